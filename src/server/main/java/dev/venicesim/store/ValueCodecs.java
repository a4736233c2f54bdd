package dev.venicesim.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.journal.SentReply;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.PromptPattern;
import dev.venicesim.world.WorldConfiguration;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Codecs of everything a world holds, found by type. Records, enums and sealed interfaces have the form that their
 * declaration gives them; only what is none of these is told here.
 */
final class ValueCodecs {

    private final ConcurrentMap<Type, ValueCodec<Object>> known = new ConcurrentHashMap<>();

    ValueCodecs() {
        leaf(String.class, LeafCodec.text(text -> text, text -> text));
        leaf(Instant.class, LeafCodec.text(Instant::toString, Instant::parse));
        leaf(Duration.class, LeafCodec.text(Duration::toString, Duration::parse));
        leaf(ApiEdition.class, LeafCodec.text(ApiEdition::id, ApiEdition::of));
        number(Long.class, long.class, new LeafCodec<>(WholeNumbers::write, WholeNumbers::read, Optional.of(0L)));
        number(
                Integer.class,
                int.class,
                new LeafCodec<>((to, n) -> to.writeNumber(n), JsonNode::asInt, Optional.of(0)));
        number(
                Double.class,
                double.class,
                new LeafCodec<>((to, n) -> to.writeNumber(n), JsonNode::asDouble, Optional.of(0.0)));
        number(
                Boolean.class,
                boolean.class,
                new LeafCodec<>((to, flag) -> to.writeBoolean(flag), JsonNode::asBoolean, Optional.of(false)));
        leaf(
                Usd.class,
                new LeafCodec<>(
                        (to, usd) -> WholeNumbers.write(to, usd.micros()),
                        json -> Usd.ofMicros(WholeNumbers.read(json)),
                        Optional.empty()));
        leaf(JsonNode.class, new LeafCodec<>((to, json) -> to.writeTree(json), json -> json, Optional.empty()));
        leaf(byte[].class, new LeafCodec<>((to, bytes) -> to.writeBinary(bytes), ValueCodecs::bytes, Optional.empty()));
        ValueCodec<SentReply.Written> accounts = of(SentReply.Written.class);
        leaf(
                SentReply.class,
                new LeafCodec<>(
                        (to, sent) -> accounts.write(to, sent.written()),
                        json -> SentReply.of(accounts.read(json)),
                        Optional.of(SentReply.NONE)));
        optional(OptionalInt.class, int.class, ValueCodecs::boxed, ValueCodecs::unboxedInt);
        optional(OptionalLong.class, long.class, ValueCodecs::boxed, ValueCodecs::unboxedLong);
        optional(OptionalDouble.class, double.class, ValueCodecs::boxed, ValueCodecs::unboxedDouble);
        ValueCodec<Map<String, String>> texts = map(String.class, String.class, map -> map);
        leaf(
                QuirkSettings.class,
                new LeafCodec<>(
                        (to, quirks) -> texts.write(to, quirks.asMap()),
                        json -> QuirkSettings.defaults().with(texts.read(json)),
                        Optional.of(QuirkSettings.defaults())));
        ValueCodec<PromptPattern.Written> written = of(PromptPattern.Written.class);
        leaf(
                PromptPattern.class,
                new LeafCodec<>(
                        (to, pattern) -> written.write(to, pattern.written()),
                        json -> PromptPattern.of(written.read(json)),
                        Optional.empty()));
        leaf(
                WorldConfiguration.Behaviour.class,
                new SharedCodec<>(new RecordCodec<>(WorldConfiguration.Behaviour.class, this::any)));
    }

    /**
     * The codec of a class.
     *
     * @throws IllegalStateException if values of that class cannot be stored, which is a bug
     */
    @SuppressWarnings("unchecked")
    <T> ValueCodec<T> of(Class<T> type) {
        return (ValueCodec<T>) any(type);
    }

    private ValueCodec<Object> any(Type type) {
        var codec = known.get(type);
        if (codec == null) {
            codec = type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
            known.putIfAbsent(type, codec);
        }
        return codec;
    }

    private ValueCodec<Object> plain(Class<?> type) {
        if (type.isRecord()) {
            return erased(new RecordCodec<>(type, this::any));
        }
        if (type.isEnum()) {
            return erased(enumeration(type));
        }
        if (type.isSealed()) {
            return erased(sealed(type));
        }
        throw new IllegalStateException("no codec for " + type);
    }

    private ValueCodec<Object> generic(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        var raw = type.getRawType();
        if (raw == Optional.class) {
            return erased(new OptionalCodec<Object, Optional<Object>>(any(arguments[0]), one -> one, one -> one));
        }
        if (raw == List.class) {
            return erased(new ListCodec<Object, List<Object>>(any(arguments[0]), List::copyOf));
        }
        if (raw == Set.class) {
            return erased(new ListCodec<Object, Set<Object>>(
                    any(arguments[0]), list -> Collections.unmodifiableSet(new LinkedHashSet<>(list))));
        }
        if (raw == Map.class) {
            return erased(map(arguments[0], arguments[1], Collections::unmodifiableMap));
        }
        if (raw == SortedMap.class) {
            return erased(new MapCodec<Object, Object, SortedMap<Object, Object>>(
                    any(arguments[0]), any(arguments[1]), TreeMap::new));
        }
        throw new IllegalStateException("no codec for " + type);
    }

    /** Finished from a map of its own, which nobody else can change. */
    @SuppressWarnings({"unchecked", "NonApiType"})
    private <K, V> ValueCodec<Map<K, V>> map(
            Type key, Type value, java.util.function.Function<LinkedHashMap<K, V>, Map<K, V>> finish) {
        return new MapCodec<>((ValueCodec<K>) any(key), (ValueCodec<V>) any(value), finish);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ValueCodec<?> enumeration(Class type) {
        return LeafCodec.<Enum>text(Enum::name, name -> Enum.valueOf(type, name));
    }

    @SuppressWarnings("unchecked")
    private <T> ValueCodec<T> sealed(Class<T> type) {
        return new SealedCodec<>(type, variant -> new RecordCodec<>((Class<T>) variant, this::any));
    }

    private <T> void leaf(Class<T> type, ValueCodec<T> codec) {
        known.put(type, erased(codec));
    }

    private <T> void number(Class<T> boxed, Class<?> primitive, ValueCodec<T> codec) {
        leaf(boxed, codec);
        known.put(primitive, erased(codec));
    }

    private <O> void optional(
            Class<O> type,
            Class<?> inside,
            java.util.function.Function<O, Optional<Object>> open,
            java.util.function.Function<Optional<Object>, O> close) {
        leaf(type, new OptionalCodec<>(any(inside), open, close));
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return json.binaryValue();
        } catch (IOException e) {
            throw new StoredValueException("stored bytes are no Base64", e);
        }
    }

    private static Optional<Object> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Optional<Object> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static Optional<Object> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    private static OptionalInt unboxedInt(Optional<Object> number) {
        return number.map(n -> OptionalInt.of((Integer) n)).orElseGet(OptionalInt::empty);
    }

    private static OptionalLong unboxedLong(Optional<Object> number) {
        return number.map(n -> OptionalLong.of((Long) n)).orElseGet(OptionalLong::empty);
    }

    private static OptionalDouble unboxedDouble(Optional<Object> number) {
        return number.map(n -> OptionalDouble.of((Double) n)).orElseGet(OptionalDouble::empty);
    }

    @SuppressWarnings("unchecked")
    private static ValueCodec<Object> erased(ValueCodec<?> codec) {
        return (ValueCodec<Object>) codec;
    }
}
