package dev.venicesim.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** One problem of a request, as Zod 3 words it. {@link ViolationJson} gives it the wire's key order. */
@Verified(on = "2026-08-21", source = "api-facts 8.2; observed A5")
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
    record TooBig(ViolationPath path, long maximum, Sized type, String message) implements Violation {

        /** With Zod's own wording. */
        public TooBig(ViolationPath path, long maximum, Sized type) {
            this(path, maximum, type, type.atMost(maximum));
        }
    }

    /** Less than allowed; the bound itself is allowed. */
    record TooSmall(ViolationPath path, long minimum, Sized type) implements Violation {

        @Override
        public String message() {
            return type.atLeast(minimum);
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

        String atMost(long bound) {
            return wording.replace("%s", this == NUMBER ? "less" : "most").replace("%d", Long.toString(bound));
        }

        String atLeast(long bound) {
            return wording.replace("%s", this == NUMBER ? "greater" : "least").replace("%d", Long.toString(bound));
        }
    }

    /** Literals as Zod joins them: {@code '5s' | '10s'}. */
    static String literals(List<JsonNode> values) {
        return values.stream()
                .map(value -> value.isTextual() ? "'" + value.textValue() + "'" : value.toString())
                .collect(Collectors.joining(" | "));
    }
}
