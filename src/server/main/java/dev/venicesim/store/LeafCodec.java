package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Codec of a value without members.
 *
 * @param writer writes it
 * @param reader makes it of JSON
 * @param absent what stands for a member that an older version did not write, if anything can
 */
record LeafCodec<T>(Writer<T> writer, Function<JsonNode, T> reader, Optional<T> absent) implements ValueCodec<T> {

    /** Writes one value. */
    @FunctionalInterface
    interface Writer<T> {
        void write(JsonGenerator to, T value) throws IOException;
    }

    /** A leaf that is written as a text. */
    static <T> LeafCodec<T> text(Function<T, String> writer, Function<String, T> reader) {
        return new LeafCodec<>(
                (to, value) -> to.writeString(writer.apply(value)), json -> reader.apply(text(json)), Optional.empty());
    }

    @Override
    public void write(JsonGenerator to, T value) throws IOException {
        writer.write(to, value);
    }

    @Override
    public T read(JsonNode json) {
        try {
            return reader.apply(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StoredValueException("a stored value cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode json) {
        if (!json.isTextual()) {
            throw new StoredValueException("a stored value is " + json.getNodeType() + ", not a text");
        }
        return json.textValue();
    }
}
