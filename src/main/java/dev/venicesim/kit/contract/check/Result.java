package dev.venicesim.kit.contract.check;

import java.util.List;
import java.util.Map;

/** What became of a check. */
public sealed interface Result {

    /** The target does as claimed. */
    record Agrees() implements Result {}

    /**
     * The target does otherwise.
     *
     * @param differences at least one
     * @param evidence the request as a shell line without the key
     * @param settings that make the simulator do as the target does, quirks by label and options by name; empty if none is known
     */
    record Differs(List<Difference> differences, String evidence, Map<String, String> settings) implements Result {}

    /** It could not be tried. */
    record Skipped(String why) implements Result {}
}
