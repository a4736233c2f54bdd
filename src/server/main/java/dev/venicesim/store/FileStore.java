package dev.venicesim.store;

import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.Transition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Store in one SQLite file, which one process owns. Worlds are held in memory: what only reads never touches the file.
 * Changes are made in memory at once and written by a thread of their own, and {@link #unsettled} says when. A world is
 * read from the file when it is first asked for, so a start costs the same however much the file holds.
 */
public final class FileStore implements StateStore {

    private final MemoryStore memory = new MemoryStore();
    private final StateForm form = new StateForm();
    private final SqliteFile file;
    private final WriteQueue queue;
    private final Set<String> unread = ConcurrentHashMap.newKeySet();
    private final Map<StateKey<?>, Object> accountsWritten = new HashMap<>();

    private FileStore(SqliteFile file) {
        this.file = file;
        this.queue = new WriteQueue(this::write);
        unread.addAll(file.worlds());
    }

    /**
     * Opens the store in a file, which is made if it does not exist.
     *
     * @throws CannotOpenStoreException if the file is no store, belongs to another process, or cannot be written
     */
    public static FileStore open(Path path, Durability durability) {
        var store = new FileStore(SqliteFile.open(path, durability));
        store.queue.start();
        return store;
    }

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        readIfUnread(key.world());
        return memory.find(key);
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        readIfUnread(key.world());
        var seen = new Seen<>(transition);
        var result = memory.compute(key, seen);
        if (seen.changed) {
            queue.change(key, key.kind().tally() || seen.tally);
        }
        return result;
    }

    @Override
    public <V> List<V> list(String world, StateKind<V> kind, Page page) {
        readIfUnread(world);
        return memory.list(world, kind, page);
    }

    @Override
    public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
        readIfUnread(world);
        return memory.entries(world, kind);
    }

    @Override
    public <V> Optional<V> eldest(String world, StateKind<V> kind) {
        readIfUnread(world);
        return memory.eldest(world, kind);
    }

    @Override
    public void create(String world) {
        readIfUnread(world);
        memory.create(world);
    }

    /** The queue learns of it first: what it writes of this world from then on is the next one's. */
    @Override
    public void drop(String world) {
        readIfUnread(world);
        queue.drop(world);
        memory.drop(world);
    }

    @Override
    public Optional<CompletionStage<Void>> unsettled() {
        return queue.unsettled();
    }

    @Override
    public boolean isAvailable() {
        return !queue.isFailing();
    }

    @Override
    public void close() {
        queue.close();
        file.close();
    }

    /** A transition that remembers what it did the last time it was tried. */
    private static final class Seen<V, R> implements Function<Optional<V>, Transition<V, R>> {
        private final Function<Optional<V>, Transition<V, R>> transition;
        private boolean changed;
        private boolean tally;

        Seen(Function<Optional<V>, Transition<V, R>> transition) {
            this.transition = transition;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public Transition<V, R> apply(Optional<V> before) {
            var step = transition.apply(before);
            changed = before.orElse(null) != step.value().orElse(null);
            tally = step.tally();
            return step;
        }
    }

    private void readIfUnread(String world) {
        if (unread.contains(world)) {
            read(world);
        }
    }

    private void read(String world) {
        synchronized (unread) {
            if (!unread.contains(world)) {
                return;
            }
            var rows = file.read(world);
            memory.create(world);
            form.read(rows, new StateForm.ValueSink() {
                @Override
                public <V> void put(StateKind<V> kind, String id, V value) {
                    var key = new StateKey<>(world, kind, id);
                    memory.compute(key, none -> Transition.to(value));
                    if (kind.equals(StateKinds.ACCOUNT)) {
                        remember(key, value);
                    }
                }
            });
            unread.remove(world);
        }
    }

    private void write(Batch batch) throws StoreWriteException {
        var written = new HashMap<StateKey<?>, Object>();
        file.write(rows -> {
            batch.dropped().forEach(rows::drop);
            for (var key : batch.changed()) {
                write(key, batch, rows, written);
            }
        });
        synchronized (accountsWritten) {
            accountsWritten.keySet().removeIf(key -> batch.drops(key.world()));
            accountsWritten.putAll(written);
        }
    }

    private void write(StateKey<?> key, Batch batch, SqliteFile.Rows rows, Map<StateKey<?>, Object> written) {
        Optional<?> value = memory.find(key);
        if (queue.isDropped(key.world())) {
            return;
        }
        var isAccount = key.kind().equals(StateKinds.ACCOUNT);
        var before = isAccount && !batch.drops(key.world()) ? remembered(key) : Optional.empty();
        form.changes(key.kind(), key.id(), before, value, rows.of(key.world()));
        if (isAccount) {
            value.ifPresent(now -> written.put(key, now));
        }
    }

    private Optional<Object> remembered(StateKey<?> key) {
        synchronized (accountsWritten) {
            return Optional.ofNullable(accountsWritten.get(key));
        }
    }

    private void remember(StateKey<?> key, Object account) {
        synchronized (accountsWritten) {
            accountsWritten.put(key, account);
        }
    }
}
