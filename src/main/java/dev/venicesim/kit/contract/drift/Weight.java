package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import dev.venicesim.kit.contract.drift.SchemaDrift.Direction;
import java.util.HashSet;
import java.util.Set;

/** What a changed keyword does to clients: a request is hurt by what narrows, a reply by what widens. */
final class Weight {

    private Weight() {}

    static Severity of(Direction direction, String keyword, JsonNode was, JsonNode is) {
        var narrows = narrows(keyword, was, is);
        var widens = narrows(keyword, is, was);
        if (direction == Direction.REQUEST) {
            return narrows ? Severity.BREAKING : widens ? Severity.HARMLESS : Severity.NOTABLE;
        }
        if (keyword.equals("type")) {
            return Severity.BREAKING;
        }
        return widens ? Severity.NOTABLE : Severity.HARMLESS;
    }

    /** Whether less is allowed than before. */
    private static boolean narrows(String keyword, JsonNode was, JsonNode is) {
        return switch (keyword) {
            case "enum" ->
                was.isMissingNode() || (!is.isMissingNode() && !words(is).containsAll(words(was)));
            case "maximum", "maxLength", "maxItems", "exclusiveMaximum" -> lower(is, was);
            case "minimum", "minLength", "minItems", "exclusiveMinimum" -> lower(was, is);
            case "type" -> true;
            case "pattern" -> !is.isMissingNode();
            default -> false;
        };
    }

    private static boolean lower(JsonNode one, JsonNode other) {
        if (!one.isNumber() || !other.isNumber()) {
            return one.isNumber();
        }
        return one.decimalValue().compareTo(other.decimalValue()) < 0;
    }

    private static Set<String> words(JsonNode list) {
        var words = new HashSet<String>();
        list.forEach(word -> words.add(word.toString()));
        return words;
    }
}
