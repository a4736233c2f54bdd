package dev.venicesim.store;

import dev.venicesim.billing.AccountPart;
import dev.venicesim.billing.AccountParts;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.journal.JournalNote;
import dev.venicesim.json.Json;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateKinds;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Form in which a store keeps the values of worlds: a row for each, but for accounts, which have a row for each of
 * their parts. Every store has this form, and snapshots have it too.
 */
final class StateForm {

    private static final String ACCOUNT = StateKinds.ACCOUNT.name();

    /** Between an account's id and the key of one of its parts. */
    private static final char IN = '/';

    private final ValueCodecs codecs = new ValueCodecs();
    private final Map<String, StateKind<?>> kinds = new HashMap<>();
    private final Map<String, AccountPart> parts = new HashMap<>();

    StateForm() {
        StateKinds.all().forEach(kind -> kinds.put(kind.name(), kind));
        for (var part : AccountPart.values()) {
            parts.put(ACCOUNT + "." + part.label(), part);
        }
    }

    /** The rows by which a value differs from what was written of it last. */
    void changes(StateKind<?> kind, String id, Optional<?> written, Optional<?> value, RowSink sink) {
        if (!kind.equals(StateKinds.ACCOUNT)) {
            value.ifPresentOrElse(
                    now -> sink.put(new StoredRow(kind.name(), id, json(kind.type(), now))),
                    () -> sink.remove(kind.name(), id));
            return;
        }
        value.ifPresent(now -> AccountParts.changes(
                written.map(LedgerAccount.class::cast), (LedgerAccount) now, (part, key, changed) -> {
                    var row = ACCOUNT + "." + part.label();
                    changed.ifPresentOrElse(
                            there -> sink.put(new StoredRow(row, id + IN + key, json(part.type(), there))),
                            () -> sink.remove(row, id + IN + key));
                }));
    }

    /** Every row of a value. */
    void all(StateKind<?> kind, String id, Object value, RowSink sink) {
        changes(kind, id, Optional.empty(), Optional.of(value), sink);
    }

    /**
     * Reads the rows of one world.
     *
     * @param values told each value with its kind and id
     * @throws StoredValueException if a row is none that this version can read
     */
    void read(Iterable<StoredRow> rows, ValueSink values) {
        var accounts = new TreeMap<String, Map<AccountPart, SortedMap<String, Object>>>();
        for (var row : rows) {
            var part = parts.get(row.kind());
            if (part == null) {
                readWhole(row, values);
                continue;
            }
            var cut = row.id().indexOf(IN);
            if (cut < 0) {
                throw new StoredValueException("a stored " + row.kind() + " belongs to no account");
            }
            accounts.computeIfAbsent(row.id().substring(0, cut), id -> new EnumMap<>(AccountPart.class))
                    .computeIfAbsent(part, of -> new TreeMap<>())
                    .put(row.id().substring(cut + 1), value(part.type(), row));
        }
        accounts.forEach((id, of) -> values.put(StateKinds.ACCOUNT, id, AccountParts.assemble(of)));
    }

    /**
     * Reads rows of one world that have changed, over the values that there are.
     *
     * @param changes each without a value if it is gone
     * @throws StoredValueException if a row is none that this version can read
     */
    void apply(Iterable<ChangedRow> changes, WorldValues values) {
        var accounts = new TreeMap<String, Map<AccountPart, SortedMap<String, Optional<Object>>>>();
        for (var row : changes) {
            var part = parts.get(row.kind());
            if (part == null) {
                values.put(
                        kind(row.kind()).name(),
                        row.id(),
                        row.value().map(json -> value(kind(row.kind()).type(), row.kind(), json)));
                continue;
            }
            var cut = row.id().indexOf(IN);
            accounts.computeIfAbsent(row.id().substring(0, cut), id -> new EnumMap<>(AccountPart.class))
                    .computeIfAbsent(part, of -> new TreeMap<>())
                    .put(row.id().substring(cut + 1), row.value().map(json -> value(part.type(), row.kind(), json)));
        }
        accounts.forEach((id, of) -> values.put(
                ACCOUNT,
                id,
                Optional.of(AccountParts.patch(values.find(ACCOUNT, id).map(LedgerAccount.class::cast), of))));
    }

    /** Sink of values that were read. */
    interface ValueSink {
        <V> void put(StateKind<V> kind, String id, V value);
    }

    private void readWhole(StoredRow row, ValueSink values) {
        put(kind(row.kind()), row, values);
    }

    /** The kind of this name. */
    StateKind<?> kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new StoredValueException(
                    "there are values of the kind \"" + name + "\", which this version does not know");
        }
        return kind;
    }

    private <V> void put(StateKind<V> kind, StoredRow row, ValueSink values) {
        values.put(kind, row.id(), kind.type().cast(value(kind.type(), row)));
    }

    private Object value(Class<?> type, StoredRow row) {
        return value(type, row.kind(), row.value());
    }

    private Object value(Class<?> type, String kind, String json) {
        try {
            return codecs.of(type).read(Json.readOwn(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new StoredValueException("a stored " + kind + " is no JSON", e);
        }
    }

    /** A note of a journal as JSON. */
    String text(JournalNote note) {
        return json(JournalNote.class, note);
    }

    /** @throws StoredValueException if this version knows no such note */
    JournalNote note(String json) {
        return (JournalNote) value(JournalNote.class, "note", json);
    }

    private <T> String json(Class<T> type, Object value) {
        var text = new StringWriter();
        try (var to = Json.mapper().getFactory().createGenerator(text)) {
            codecs.of(type).write(to, type.cast(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
