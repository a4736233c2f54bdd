package dev.venicesim.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** One problem of a request, as Zod 3 words it. {@link ViolationJson} gives it the wire's key order. */
@Verified(on = "2026-08-21", source = "docs/api/errors.md#issues")
public sealed interface Violation {

    /** Where. */
    ViolationPath path();

    /** What, in Zod's words or the API's own. */
    String message();

    /**
     * A value that is missing or of another type.
     *
     * @param expected the type, or the literals as {@code '5s' | '10s'}
     * @param received the type that came; {@code undefined} for nothing
     * @param literals whether {@code expected} lists literals
     */
    record InvalidType(ViolationPath path, String expected, String received, boolean literals) implements Violation {

        /** What Zod calls a value that is not there. */
        public static final String UNDEFINED = "undefined";

        @Override
        public String message() {
            return received.equals(UNDEFINED) ? "Required" : "Expected " + expected + ", received " + received;
        }
    }

    /** A value outside a closed list; strings and numbers keep their own type in {@code options}. */
    record InvalidEnumValue(ViolationPath path, JsonNode received, List<JsonNode> options) implements Violation {

        @Override
        public String message() {
            return "Invalid enum value. Expected " + literals(options) + ", received '" + received.asText() + "'";
        }
    }

    /** More than allowed; the bound itself is allowed. */
    record TooBig(ViolationPath path, BigDecimal maximum, Sized type, String message) implements Violation {

        /** With Zod's own wording. */
        public TooBig(ViolationPath path, BigDecimal maximum, Sized type) {
            this(path, maximum, type, type.atMost(maximum));
        }
    }

    /** Less than allowed; {@code inclusive} says whether the bound itself is allowed. */
    record TooSmall(ViolationPath path, BigDecimal minimum, Sized type, boolean inclusive) implements Violation {

        @Override
        public String message() {
            return inclusive ? type.atLeast(minimum) : type.above(minimum);
        }
    }

    /** Names that a strict object does not know. */
    record UnrecognizedKeys(ViolationPath path, List<String> keys) implements Violation {

        @Override
        public String message() {
            return "Unrecognized key(s) in object: "
                    + keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
        }
    }

    /** Something other than the only value allowed; a missing value is a {@code MissingNode}. */
    record InvalidLiteral(ViolationPath path, JsonNode expected, JsonNode received) implements Violation {

        @Override
        public String message() {
            return "Invalid literal value, expected " + expected;
        }
    }

    /** A rule of the API's own. */
    record Custom(ViolationPath path, String message) implements Violation {}

    /** None of several alternatives; each with what it found wrong. */
    record InvalidUnion(ViolationPath path, List<List<Violation>> alternatives) implements Violation {

        @Override
        public String message() {
            return "Invalid input";
        }
    }

    /** What {@code too_big} and {@code too_small} count, with Zod's wording for it. */
    enum Sized {
        STRING("string", "String must contain at %s %d character(s)"),
        ARRAY("array", "Array must contain at %s %d element(s)"),
        NUMBER("number", "Number must be %s than or equal to %d");

        private final String label;
        private final String wording;

        Sized(String label, String wording) {
            this.label = label;
            this.wording = wording;
        }

        String label() {
            return label;
        }

        String atMost(BigDecimal bound) {
            return wording.replace("%s", this == NUMBER ? "less" : "most").replace("%d", bound.toPlainString());
        }

        /** A number must be greater than its bound; nothing else has such a bound. */
        String above(BigDecimal bound) {
            return "Number must be greater than " + bound.toPlainString();
        }

        String atLeast(BigDecimal bound) {
            return wording.replace("%s", this == NUMBER ? "greater" : "least").replace("%d", bound.toPlainString());
        }
    }

    /** Literals as Zod joins them: {@code '5s' | '10s'}. */
    static String literals(List<JsonNode> values) {
        return values.stream()
                .map(value -> value.isTextual() ? "'" + value.textValue() + "'" : value.toString())
                .collect(Collectors.joining(" | "));
    }
}
