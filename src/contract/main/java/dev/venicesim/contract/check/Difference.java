package dev.venicesim.contract.check;

/**
 * One place where an answer is not what a check expects. Credentials are masked.
 *
 * @param pointer JSON pointer into the body, or {@code status}, or {@code header Name}
 * @param expected in words or as JSON
 * @param actual as JSON, shortened; {@code absent} where nothing was
 */
public record Difference(String pointer, String expected, String actual) {

    public Difference {
        expected = EvidenceMask.masked(expected);
        actual = EvidenceMask.masked(pointer, actual);
    }

    @Override
    public String toString() {
        return pointer + ": expected " + expected + ", found " + actual;
    }
}
