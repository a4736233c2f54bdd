package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Codec of values of one type: what they look like as JSON. */
interface ValueCodec<T> {

    void write(JsonGenerator to, T value) throws IOException;

    /** @throws StoredValueException if the JSON is no such value */
    T read(JsonNode json);

    /** Whether a member of this value is left out, since {@link #absent} stands for it. */
    default boolean isAbsent(T value) {
        return false;
    }

    /** What a member stands for that is not there, be it left out or unknown to the version that wrote it. */
    default Optional<T> absent() {
        return Optional.empty();
    }
}
