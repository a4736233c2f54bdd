package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.venicesim.json.Json;
import dev.venicesim.world.Credential;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.WorldState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Form of snapshots: one JSON object with the rows that a store keeps of a world, by kind and id. It is the same from
 * every store. What is read may come from anybody, so it is read row by row, and rows are bounded in number and size.
 */
public final class SnapshotForm {

    private static final int FORMAT = 1;
    private static final int MOST_ROWS = 300_000;
    private static final int LONGEST_ROW = 4 * 1024 * 1024;
    private static final int MOST_NAMES = 1_000;
    /** A masked key or an address; what is shorter may stand for anything in a row. */
    private static final Pattern NAME = Pattern.compile("[\\w*]{11,64}");

    /** Made when it is first needed, since a server that starts has no need of it. */
    private volatile @Nullable StateForm form;

    private StateForm form() {
        var made = form;
        if (made == null) {
            made = new StateForm();
            form = made;
        }
        return made;
    }

    /** A snapshot as it is written. */
    public byte[] write(WorldSnapshot snapshot) {
        var bytes = new ByteArrayOutputStream();
        try (var to = Json.mapper().getFactory().createGenerator(bytes)) {
            to.writeStartObject();
            to.writeNumberField("format", FORMAT);
            to.writeStringField("takenAt", snapshot.takenAt().toString());
            names(to, "keys", snapshot.keys());
            names(to, "wallets", snapshot.wallets());
            to.writeFieldName("state");
            rows(to, snapshot.state());
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void names(JsonGenerator to, String field, List<String> names) throws IOException {
        to.writeArrayFieldStart(field);
        for (var name : names) {
            to.writeString(name);
        }
        to.writeEndArray();
    }

    private void rows(JsonGenerator to, WorldState state) throws IOException {
        to.writeStartObject();
        for (var kind : rows(state).entrySet()) {
            to.writeObjectFieldStart(kind.getKey());
            for (var row : kind.getValue().entrySet()) {
                to.writeFieldName(row.getKey());
                to.writeRawValue(row.getValue());
            }
            to.writeEndObject();
        }
        to.writeEndObject();
    }

    /** The rows by kind and id, in order, so that equal states are written in equal bytes. */
    private Map<String, SortedMap<String, String>> rows(WorldState state) {
        var rows = new TreeMap<String, SortedMap<String, String>>();
        var sink = new RowSink() {
            @Override
            public void put(StoredRow row) {
                rows.computeIfAbsent(row.kind(), kind -> new TreeMap<>()).put(row.id(), row.value());
            }

            @Override
            public void remove(String kind, String id) {
                throw new IllegalStateException("a value that is new has nothing to remove");
            }
        };
        state.values().forEach((kind, values) -> values.forEach((id, value) -> form().all(kind, id, value, sink)));
        return rows;
    }

    /** A snapshot whose text was looked through and whose values are still to be read. */
    public final class Text {
        private final List<StoredRow> rows = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<String> wallets = new ArrayList<>();
        private Instant takenAt = Instant.MIN;
        private long format;

        private Text() {}

        /**
         * The snapshot as the world of others, in whose names its money and its limits stand from now on.
         *
         * @throws SnapshotException if a value is none, or of a kind that no world holds
         */
        public WorldSnapshot of(List<Credential> owners) {
            var names = new LinkedHashMap<String, String>();
            rename(keys, WorldSnapshot.names(owners, Credential.Type.API_KEY), names);
            rename(wallets, WorldSnapshot.names(owners, Credential.Type.WALLET), names);
            var values = new LinkedHashMap<StateKind<?>, SortedMap<String, ?>>();
            try {
                form().read(renamed(names), new Values(values));
            } catch (StoredValueException | IllegalArgumentException e) {
                throw new SnapshotException("the snapshot cannot be read: " + e.getMessage(), e);
            }
            return new WorldSnapshot(takenAt, keys, wallets, new WorldState(values));
        }

        private List<StoredRow> renamed(Map<String, String> names) {
            var changed = rows;
            for (var name : names.entrySet()) {
                changed = changed.stream()
                        .map(row -> new StoredRow(
                                row.kind(),
                                row.id().replace(name.getKey(), name.getValue()),
                                row.value().replace(name.getKey(), name.getValue())))
                        .toList();
            }
            return changed;
        }

        private void add(String kind, String id, String value) {
            if (rows.size() == MOST_ROWS) {
                throw new SnapshotException("the snapshot has more than " + MOST_ROWS + " values");
            }
            if (value.length() > LONGEST_ROW) {
                throw new SnapshotException(
                        "a " + kind + " in the snapshot is longer than " + LONGEST_ROW + " characters");
            }
            rows.add(new StoredRow(kind, id, value));
        }

        private Text checked() {
            if (format != FORMAT || takenAt.equals(Instant.MIN)) {
                throw new SnapshotException(
                        format > FORMAT
                                ? "the snapshot has format " + format + " and this version reads up to " + FORMAT
                                        + "; use a simulator as new as the one that wrote it"
                                : "this is no snapshot; GET /__sim/worlds/{id}/snapshot gives one");
            }
            return this;
        }
    }

    private static void rename(List<String> before, List<String> after, Map<String, String> names) {
        if (!before.isEmpty() && !after.isEmpty() && !before.get(0).equals(after.get(0))) {
            names.put(before.get(0), after.get(0));
        }
    }

    /** Sink of the values of one world. */
    private record Values(Map<StateKind<?>, SortedMap<String, ?>> values) implements StateForm.ValueSink {

        @Override
        @SuppressWarnings("unchecked")
        public <V> void put(StateKind<V> kind, String id, V value) {
            ((SortedMap<String, V>) values.computeIfAbsent(kind, none -> new TreeMap<String, V>())).put(id, value);
        }
    }

    /**
     * Looks through a snapshot.
     *
     * @param document all that is read from
     * @param in stands at the snapshot's beginning, and at its end afterwards
     * @throws SnapshotException if it is none, or of a later version
     * @throws IOException if it is no JSON
     */
    public Text scan(byte[] document, JsonParser in) throws IOException {
        var text = new Text();
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return text.checked();
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var field = in.currentName();
            in.nextToken();
            switch (field) {
                case "format" -> text.format = in.getValueAsLong();
                case "takenAt" -> text.takenAt = instant(in.getText());
                case "keys" -> names(in, text.keys);
                case "wallets" -> names(in, text.wallets);
                case "state" -> kinds(document, in, text);
                default -> in.skipChildren();
            }
        }
        return text.checked();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SnapshotException("takenAt of the snapshot is no instant", e);
        }
    }

    private static void names(JsonParser in, List<String> names) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new SnapshotException("keys and wallets of a snapshot are lists");
        }
        while (in.nextToken() == JsonToken.VALUE_STRING && names.size() < MOST_NAMES) {
            names.add(in.getText());
        }
        if (in.currentToken() != JsonToken.END_ARRAY
                || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new SnapshotException("keys and wallets of a snapshot are masked keys and addresses");
        }
    }

    private static void kinds(byte[] document, JsonParser in, Text text) throws IOException {
        objectOf(in);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var kind = in.currentName();
            in.nextToken();
            objectOf(in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var id = in.currentName();
                in.nextToken();
                text.add(kind, id, slice(document, in));
            }
        }
    }

    private static void objectOf(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new SnapshotException("the state of a snapshot is not by kind and id");
        }
    }

    /** The text of the value at hand, as it stands there. */
    private static String slice(byte[] document, JsonParser in) throws IOException {
        var start = (int) in.currentTokenLocation().getByteOffset();
        pass(in);
        in.finishToken();
        var end = (int) in.currentLocation().getByteOffset();
        return new String(document, start, end - start, StandardCharsets.UTF_8);
    }

    /** Goes to the end of the value at hand; its tree will take many times the memory of a text such as {@code [],[]}. */
    private static void pass(JsonParser in) throws IOException {
        var tokens = 1;
        for (var depth = in.currentToken().isStructStart() ? 1 : 0; depth > 0; tokens++) {
            var token = in.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (tokens == Json.MAX_TOKENS) {
                throw new SnapshotException(
                        "a value of the snapshot has more than " + Json.MAX_TOKENS + " names, values and brackets");
            }
        }
    }
}
