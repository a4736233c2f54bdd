package dev.venicesim.certify;

/** Grade of a client, the best first. */
public enum Grade {
    A("no error, no warning"),
    B("warnings: it will be throttled or refused some day"),
    C("errors that cost no money, or a run that never ended"),
    D("errors that cost money"),
    F("it does not pass where nothing goes wrong");

    private final String says;

    Grade(String says) {
        this.says = says;
    }

    /** What it means, in words. */
    public String says() {
        return says;
    }

    /** Whether a client with it can be let loose on the API. */
    public boolean isPass() {
        return compareTo(B) <= 0;
    }

    Grade orWorse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
