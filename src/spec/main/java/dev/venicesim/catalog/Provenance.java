package dev.venicesim.catalog;

/**
 * Provenance of a value: where it comes from.
 *
 * @param inferred whether no document or reply of that date shows the value itself
 * @param source the document, snapshot or observation it was taken or concluded from; empty if it is the listing itself
 */
public record Provenance(boolean inferred, String source) {

    /** Documented as it stands, without a remark. */
    public static final Provenance AS_IT_STANDS = new Provenance(false, "");
}
