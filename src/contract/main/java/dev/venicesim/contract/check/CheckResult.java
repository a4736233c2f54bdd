package dev.venicesim.contract.check;

import java.util.List;
import java.util.Map;

/** Result of a check. Credentials are masked in all that it says. */
public sealed interface CheckResult {

    /** The target does as claimed. */
    record Agrees() implements CheckResult {}

    /**
     * The target does otherwise.
     *
     * @param differences at least one
     * @param evidence the request as a shell line without the key
     * @param settings that make the simulator do as the target does, quirks by label and options by name; empty if none
     *     is known
     */
    record Differs(List<Difference> differences, String evidence, Map<String, String> settings) implements CheckResult {

        public Differs {
            evidence = EvidenceMask.masked(evidence);
        }
    }

    /**
     * It was tried, and nothing can be said.
     *
     * @param why in words
     * @param isUnanswered whether the target gave no answer, as against an account that is empty
     */
    record Inconclusive(String why, boolean isUnanswered) implements CheckResult {

        public Inconclusive {
            why = EvidenceMask.masked(why);
        }
    }

    /** It could not be tried. */
    record Skipped(String why) implements CheckResult {

        public Skipped {
            why = EvidenceMask.masked(why);
        }
    }
}
