package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.error.Violation;
import dev.venicesim.error.Violation.InvalidType;
import dev.venicesim.error.ViolationPath;

/** Zod's names for types, of values and of what shapes expect. */
final class ShapeWords {

    private ShapeWords() {}

    /** The violation of a required value that is not there. */
    static InvalidType required(ViolationPath path, Shape shape) {
        if (shape instanceof Shape.OneOf oneOf) {
            return new InvalidType(path, Violation.literals(oneOf.options()), InvalidType.UNDEFINED, true);
        }
        return new InvalidType(path, expected(shape), InvalidType.UNDEFINED, false);
    }

    private static String expected(Shape shape) {
        if (shape instanceof Shape.Rows) {
            return "array";
        } else if (shape instanceof Shape.Fields) {
            return "object";
        } else if (shape instanceof Shape.Amount amount) {
            return amount.whole() ? "integer" : "number";
        } else if (shape instanceof Shape.Flag) {
            return "boolean";
        }
        return "string";
    }

    static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL -> "null";
            case OBJECT, POJO, BINARY -> "object";
            case MISSING -> InvalidType.UNDEFINED;
        };
    }
}
