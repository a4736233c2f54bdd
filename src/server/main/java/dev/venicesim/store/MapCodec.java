package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Codec of a map: an array of pairs in the map's order, left out where it is empty.
 *
 * @param key of its keys
 * @param value of its values
 * @param finish makes the map of one in the order stored
 */
record MapCodec<K, V, M extends Map<K, V>>(
        ValueCodec<K> key, ValueCodec<V> value, Function<LinkedHashMap<K, V>, M> finish) implements ValueCodec<M> {

    @Override
    public void write(JsonGenerator to, M map) throws IOException {
        to.writeStartArray();
        for (var entry : map.entrySet()) {
            to.writeStartArray();
            key.write(to, entry.getKey());
            value.write(to, entry.getValue());
            to.writeEndArray();
        }
        to.writeEndArray();
    }

    @Override
    public M read(JsonNode json) {
        var map = new LinkedHashMap<K, V>();
        json.forEach(pair -> map.put(key.read(pair.path(0)), value.read(pair.path(1))));
        return finish.apply(map);
    }

    @Override
    public boolean isAbsent(M map) {
        return map.isEmpty();
    }

    @Override
    public Optional<M> absent() {
        return Optional.of(finish.apply(new LinkedHashMap<>()));
    }
}
