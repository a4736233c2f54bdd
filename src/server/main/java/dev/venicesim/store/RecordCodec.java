package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Codec of a record: an object whose members are its components. A member that this version does not know is passed
 * over, and one that an older version did not write is what {@link ValueCodec#absent} says.
 */
final class RecordCodec<R> implements ValueCodec<R> {

    private record Member(String name, Method accessor, ValueCodec<Object> codec) {}

    private final Class<R> type;
    private final List<Member> members;
    private final Constructor<R> constructor;

    RecordCodec(Class<R> type, Function<Type, ValueCodec<Object>> codecs) {
        this.type = type;
        var components = type.getRecordComponents();
        this.members = Arrays.stream(components)
                .map(part -> new Member(part.getName(), part.getAccessor(), codecs.apply(part.getGenericType())))
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
        // a stage's own records are nobody else's business but the store's
        constructor.setAccessible(true);
        members.forEach(member -> member.accessor().setAccessible(true));
    }

    @Override
    public void write(JsonGenerator to, R value) throws IOException {
        to.writeStartObject();
        writeMembers(to, value);
        to.writeEndObject();
    }

    void writeMembers(JsonGenerator to, R value) throws IOException {
        for (var member : members) {
            var part = part(member, value);
            if (!member.codec().isAbsent(part)) {
                to.writeFieldName(member.name());
                member.codec().write(to, part);
            }
        }
    }

    @Override
    public R read(JsonNode json) {
        var parts = members.stream().map(member -> part(member, json)).toArray();
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new StoredValueException("a stored " + type.getSimpleName() + " is refused", e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object part(Member member, JsonNode json) {
        var stored = json.get(member.name());
        return stored != null
                ? member.codec().read(stored)
                : member.codec()
                        .absent()
                        .orElseThrow(() -> new StoredValueException(
                                "a stored " + type.getSimpleName() + " lacks \"" + member.name() + "\""));
    }

    private Object part(Member member, R value) {
        try {
            return member.accessor().invoke(value);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
