package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Codec of an optional value, whatever class says that it is one: the value or null, and as a member left out.
 *
 * @param value of what may be there
 * @param open the value in an optional one
 * @param close the optional one of a value
 */
record OptionalCodec<T, O>(ValueCodec<T> value, Function<O, Optional<T>> open, Function<Optional<T>, O> close)
        implements ValueCodec<O> {

    @Override
    public void write(JsonGenerator to, O optional) throws IOException {
        var there = open.apply(optional);
        if (there.isPresent()) {
            value.write(to, there.get());
        } else {
            to.writeNull();
        }
    }

    @Override
    public O read(JsonNode json) {
        return close.apply(json.isNull() ? Optional.empty() : Optional.of(value.read(json)));
    }

    @Override
    public boolean isAbsent(O optional) {
        return open.apply(optional).isEmpty();
    }

    @Override
    public Optional<O> absent() {
        return Optional.of(close.apply(Optional.empty()));
    }
}
