package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Codec of large values of which many are equal: those are read as one and the same object, as they were before they
 * were stored.
 */
final class SharedCodec<T> implements ValueCodec<T> {

    private static final int MOST = 256;

    private final ValueCodec<T> codec;
    private final ConcurrentMap<JsonNode, T> read = new ConcurrentHashMap<>();

    SharedCodec(ValueCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public void write(JsonGenerator to, T value) throws IOException {
        codec.write(to, value);
    }

    @Override
    public T read(JsonNode json) {
        if (read.size() > MOST) {
            read.clear();
        }
        return read.computeIfAbsent(json, codec::read);
    }
}
