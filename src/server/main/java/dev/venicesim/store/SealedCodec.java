package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Codec of a closed set of records: an object that says in {@code is} which of them it is. */
final class SealedCodec<T> implements ValueCodec<T> {

    private static final String IS = "is";

    private final Map<String, RecordCodec<T>> variants = new LinkedHashMap<>();

    SealedCodec(Class<T> type, Function<Class<?>, RecordCodec<T>> codecs) {
        for (var variant : type.getPermittedSubclasses()) {
            variants.put(variant.getSimpleName(), codecs.apply(variant));
        }
    }

    @Override
    public void write(JsonGenerator to, T value) throws IOException {
        var name = value.getClass().getSimpleName();
        to.writeStartObject();
        to.writeStringField(IS, name);
        variant(name).writeMembers(to, value);
        to.writeEndObject();
    }

    @Override
    public T read(JsonNode json) {
        return variant(json.path(IS).asText()).read(json);
    }

    private RecordCodec<T> variant(String name) {
        var variant = variants.get(name);
        if (variant == null) {
            throw new StoredValueException("a stored value is a \"" + name + "\", which this version does not know");
        }
        return variant;
    }
}
