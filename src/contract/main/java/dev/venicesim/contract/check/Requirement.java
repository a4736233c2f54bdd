package dev.venicesim.contract.check;

/**
 * Requirement that a check holds the API to.
 *
 * @param says the claim in one sentence
 * @param source where it is documented or was seen
 * @param date of that source, ISO
 */
public record Requirement(String says, String source, String date) {

    /** The documents of the later edition, which the claims were last read in. */
    public static final String DOCUMENTED = "2026-08-21";

    /** The public observations beyond the documents. */
    public static final String OBSERVED = "2026-10-02";

    static Requirement documented(String says, String source) {
        return new Requirement(says, source, DOCUMENTED);
    }

    static Requirement observed(String says, String source) {
        return new Requirement(says, source, OBSERVED);
    }
}
