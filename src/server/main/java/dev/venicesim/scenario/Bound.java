package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Bounds that a JSON Schema sets to values of one type; they say nothing about those of another. */
enum Bound {
    MIN_LENGTH("minLength", JsonNode::isTextual, (bound, value) -> characters(value) >= bound.intValue()),
    MAX_LENGTH("maxLength", JsonNode::isTextual, (bound, value) -> characters(value) <= bound.intValue()),
    MIN_ITEMS("minItems", JsonNode::isArray, (bound, value) -> value.size() >= bound.intValue()),
    MAX_ITEMS("maxItems", JsonNode::isArray, (bound, value) -> value.size() <= bound.intValue()),
    MIN_PROPERTIES("minProperties", JsonNode::isObject, (bound, value) -> value.size() >= bound.intValue()),
    MAX_PROPERTIES("maxProperties", JsonNode::isObject, (bound, value) -> value.size() <= bound.intValue()),
    MINIMUM("minimum", JsonNode::isNumber, (bound, value) -> compare(value, bound) >= 0),
    MAXIMUM("maximum", JsonNode::isNumber, (bound, value) -> compare(value, bound) <= 0),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", JsonNode::isNumber, (bound, value) -> compare(value, bound) > 0);

    private static final String PATTERN = "pattern";

    /** The keywords of all bounds. */
    static final Set<String> NAMES = names();

    private final String keyword;
    private final Predicate<JsonNode> concerned;
    private final Held held;

    private interface Held {
        boolean by(JsonNode bound, JsonNode value);
    }

    Bound(String keyword, Predicate<JsonNode> concerned, Held held) {
        this.keyword = keyword;
        this.concerned = concerned;
        this.held = held;
    }

    private static Set<String> names() {
        var names = Arrays.stream(values()).map(bound -> bound.keyword).collect(Collectors.toSet());
        names.add(PATTERN);
        return Set.copyOf(names);
    }

    /** The keywords of the bounds that a value does not keep. */
    static List<String> broken(JsonNode schema, JsonNode value, Map<String, Pattern> patterns) {
        var broken = Arrays.stream(values())
                .filter(bound -> schema.has(bound.keyword) && bound.concerned.test(value))
                .filter(bound -> !bound.held.by(schema.get(bound.keyword), value))
                .map(bound -> bound.keyword)
                .collect(Collectors.toList());
        var pattern = patterns.get(schema.path(PATTERN).asText());
        if (pattern != null
                && value.isTextual()
                && !pattern.matcher(value.textValue()).find()) {
            broken.add(PATTERN);
        }
        return broken;
    }

    private static int characters(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static int compare(JsonNode value, JsonNode bound) {
        return value.decimalValue().compareTo(bound.decimalValue());
    }
}
