package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Shape that a value must have: a JSON Schema compiled, then narrowed by a model's rules. */
sealed interface Shape {

    /**
     * Text of bounded length, counted in UTF-16 units as Zod counts.
     *
     * @param max the schema's bound
     * @param limit the model's bound; the schema's is reported first
     */
    record Text(int min, int max, int limit) implements Shape {}

    /**
     * A public http(s) address or, where allowed, a data URL.
     *
     * @param data how a data URL begins, in lower case; empty where none is allowed
     */
    record Address(String data) implements Shape {}

    /** Text from a closed list. */
    record OneOf(List<JsonNode> options) implements Shape {}

    /** An integer from a closed list. */
    record OneOfNumbers(List<JsonNode> options) implements Shape {}

    /** A number of seconds written as text. */
    record Seconds(int max) implements Shape {}

    /**
     * A number within bounds; {@link #NO_MIN} and {@link #NO_MAX} stand for none.
     *
     * @param above whether it is greater than {@code min}, not just as great
     */
    record Amount(boolean whole, BigDecimal min, BigDecimal max, boolean above) implements Shape {

        static final BigDecimal NO_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
        static final BigDecimal NO_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    }

    /** Text of bounded length that follows a pattern. */
    record Patterned(int min, int max, Pattern pattern) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** The only value allowed. */
    record Only(JsonNode value) implements Shape {}

    /**
     * A list.
     *
     * @param tooMany what is said when it is longer; empty for Zod's own words
     */
    record Rows(Shape item, int min, int max, String tooMany) implements Shape {}

    /**
     * An object.
     *
     * @param strict whether other names are refused
     */
    record Fields(List<Property> properties, boolean strict) implements Shape {}

    /** Any of several lists of words. */
    record AnyWord(List<OneOf> alternatives) implements Shape {}

    /** Whatever it is, it is ignored. */
    record Anything() implements Shape {}

    /** The model takes no such field; nothing, an empty list or an empty text is as good as absent. */
    record Refused(String message) implements Shape {}

    /**
     * A named value of an object.
     *
     * @param missing what is said when it is required and absent; empty for Zod's own word
     * @param rule id of the rule that made it what it is
     */
    record Property(String name, Shape shape, boolean required, String missing, String rule) {

        Property shaped(Shape other, String by) {
            return new Property(name, other, required, missing, by);
        }

        Property needed(boolean needed, String saying, String by) {
            return new Property(name, shape, needed, saying, by);
        }
    }
}
