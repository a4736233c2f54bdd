package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.drift.SchemaDrift.Direction;
import java.util.HashSet;
import java.util.Set;

/** Severity of a changed keyword for clients: a request is hurt by what narrows, a reply by what widens. */
final class SchemaChangeImpact {

    private SchemaChangeImpact() {}

    static Severity of(Direction direction, String keyword, JsonNode was, JsonNode is) {
        var narrows = narrows(keyword, was, is);
        var widens = narrows(keyword, is, was);
        if (direction == Direction.REQUEST) {
            return narrows ? Severity.BREAKING : widens ? Severity.HARMLESS : Severity.NOTABLE;
        }
        return widens ? Severity.NOTABLE : Severity.HARMLESS;
    }

    /** A type that was never sent breaks its reader, as one no longer taken breaks its writer. */
    static Severity ofType(Direction direction, Set<String> was, Set<String> is) {
        var narrower = covers(was, is);
        var wider = covers(is, was);
        return (direction == Direction.REQUEST ? wider : narrower) ? Severity.HARMLESS : Severity.BREAKING;
    }

    /** Whether a value of any of the smaller types is one of the larger; no types are all types. */
    private static boolean covers(Set<String> larger, Set<String> smaller) {
        return larger.isEmpty()
                || (!smaller.isEmpty()
                        && smaller.stream()
                                .allMatch(type -> larger.contains(type)
                                        || (type.equals("integer") && larger.contains("number"))));
    }

    /** Whether less is allowed than before. */
    private static boolean narrows(String keyword, JsonNode was, JsonNode is) {
        return switch (keyword) {
            case "enum" ->
                was.isMissingNode()
                        ? !is.isMissingNode()
                        : !is.isMissingNode() && !words(is).containsAll(words(was));
            case "maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum" ->
                is.isNumber() && (!was.isNumber() || below(is, was));
            case "minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum" ->
                is.isNumber() && (!was.isNumber() || below(was, is));
            case "pattern", "multipleOf" -> !is.isMissingNode();
            case "uniqueItems" -> is.asBoolean();
            default -> CanonicalSchema.RARE.contains(keyword) && !is.isMissingNode();
        };
    }

    private static boolean below(JsonNode one, JsonNode other) {
        return one.decimalValue().compareTo(other.decimalValue()) < 0;
    }

    private static Set<String> words(JsonNode list) {
        var words = new HashSet<String>();
        list.forEach(word -> words.add(word.toString()));
        return words;
    }
}
