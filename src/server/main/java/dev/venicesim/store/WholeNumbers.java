package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Whole numbers at rest. One that a double does not hold is a text, since a reader of JSON such as JavaScript's would
 * round it; a number of any size is read.
 */
final class WholeNumbers {

    /** The largest up to which a double holds every whole number. */
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private WholeNumbers() {}

    static void write(JsonGenerator to, long number) throws IOException {
        if (number >= -LARGEST_EXACT && number <= LARGEST_EXACT) {
            to.writeNumber(number);
        } else {
            to.writeString(Long.toString(number));
        }
    }

    /** @throws IllegalArgumentException if it is past 64 bits */
    static long read(JsonNode json) {
        if (json.isTextual()) {
            return Long.parseLong(json.textValue());
        }
        if (json.isNumber() && !json.canConvertToLong()) {
            throw new IllegalArgumentException(json + " is past 64 bits; such a number is written as a text");
        }
        return json.asLong();
    }
}
