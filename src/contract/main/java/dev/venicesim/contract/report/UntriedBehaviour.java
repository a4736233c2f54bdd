package dev.venicesim.contract.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Behaviour of edition 2026-10-02 that no check tries, by its heading in {@link #PAGE}, and why. */
public final class UntriedBehaviour {

    /** Where the headings are. */
    public static final String PAGE = "docs/api/edition-2026-10-02.md";

    private static final String COMPARED = "`drift --models` compares the whole list";
    private static final String PRICED = "`drift --prices` compares the price of every model";
    private static final String PAID = "a job would have to be paid for that is known to fail, and its price is kept";
    private static final String NOT_LISTED = "the models are on no list of that week";

    private UntriedBehaviour() {}

    /** Reasons by the heading's anchor. */
    public static Map<String, String> reasons() {
        var why = new LinkedHashMap<String, String>();
        why.put("models-of-october", COMPARED);
        why.put("values-named-for-later", NOT_LISTED);
        why.put("replacements-of-removed-models", "which model answers shows in its price alone, and that is ours");
        why.put("defaults-of-october", "each quirk has a check of its own, or its reason below");
        why.put(
                "headers-of-october",
                "headers.rate-limit-reset, headers.rate-limit and limits.failed-budget try what a key can show; the"
                        + " place of customMessage is not known");
        why.put(
                "totals-of-reference-clips",
                "quote.references-with-output and quote.reference-seconds try the sum and the price; the cap alone is that of the clips");
        why.put("privacy-of-a-key", "a key that may use private models only would be needed");
        why.put("fields-of-the-topaz-suite", NOT_LISTED);
        why.put("small-pictures", PAID);
        why.put("elements-with-pictures-and-clip", PAID);
        why.put("long-reference-sound-of-wan", PAID);
        why.put("faces-in-a-minimax-start-frame", PAID);
        why.put("edits-with-a-fixed-duration", PAID);
        why.put("media-that-the-provider-cannot-fetch", PAID);
        why.put("how-a-price-is-made", PRICED);
        why.put("sound-in-the-price", PRICED);
        why.put("ratio-in-the-price", PRICED);
        why.put("prices-that-follow-the-source", "no price of such a model is known beside which to hold a quote");
        why.put("no-upper-price", PRICED);
        why.put("prices-move", PRICED);
        why.put("prices-of-the-topaz-suite", NOT_LISTED);
        why.put("prices-of-later-models", NOT_LISTED);
        why.put("old-estimates-against-these-quotes", "it compares two editions of the simulator");
        return why;
    }
}
