package dev.venicesim.kit.contract.check;

/**
 * What a check holds the API to.
 *
 * @param says the claim in one sentence
 * @param source where it is documented or was seen
 * @param date of that source, ISO
 */
public record Claim(String says, String source, String date) {

    /** The documents of the later edition, which the claims were last read in. */
    public static final String DOCUMENTED = "2026-08-21";

    /** The public observations beyond the documents. */
    public static final String OBSERVED = "2026-10-02";

    static Claim documented(String says, String source) {
        return new Claim(says, source, DOCUMENTED);
    }

    static Claim observed(String says, String source) {
        return new Claim(says, source, OBSERVED);
    }
}
