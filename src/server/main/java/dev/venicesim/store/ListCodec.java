package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Codec of a collection: an array, left out where it is empty.
 *
 * @param element of its elements
 * @param finish makes the collection of a list
 */
record ListCodec<E, C extends Collection<E>>(ValueCodec<E> element, Function<List<E>, C> finish)
        implements ValueCodec<C> {

    @Override
    public void write(JsonGenerator to, C value) throws IOException {
        to.writeStartArray();
        for (var each : value) {
            element.write(to, each);
        }
        to.writeEndArray();
    }

    @Override
    public C read(JsonNode json) {
        var list = new ArrayList<E>(json.size());
        json.forEach(each -> list.add(element.read(each)));
        return finish.apply(list);
    }

    @Override
    public boolean isAbsent(C value) {
        return value.isEmpty();
    }

    @Override
    public Optional<C> absent() {
        return Optional.of(finish.apply(List.of()));
    }
}
