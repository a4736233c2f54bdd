package dev.venicesim.store;

import dev.venicesim.crypto.Sha256;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Partition of a shared store: what is locked, read and written together, and what this process knows of it. A world is
 * one, and so is each single value of the server's own state. Every change of a partition raises its version, so what
 * changed since a version is all there is to ask for.
 */
final class Partition {

    /** What was not asked for so long is read anew as a whole, so that what is gone need not be told of for ever. */
    static final long FORGOTTEN_NANOS = TimeUnit.MINUTES.toNanos(10);

    private static final String SERVER = StateStore.SERVER + "/";

    private final String name;
    private final long lock;
    private final boolean server;
    private final WorldValues values = new WorldValues();
    /** Of this process; the database has a lock of its own for all of them. Fair, so that nobody waits for ever. */
    private final Semaphore gate = new Semaphore(1, true);
    /** What was left open for the next one that waits at the gate; belongs to whoever has the gate. */
    private @Nullable PartitionTransaction left;
    /** The last transaction that nobody waited for. */
    private volatile CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);

    private long version;
    private boolean alive;
    private long askedNanos;

    Partition(String name) {
        this.name = name;
        this.server = name.startsWith(SERVER);
        this.alive = server;
        this.lock = ByteBuffer.wrap(Sha256.hash("venice-sim partition " + name)).getLong();
    }

    /** The name of the partition in which a value is. */
    static String of(StateKey<?> key) {
        return key.world().equals(StateStore.SERVER) ? all(key.kind()) + key.id() : key.world();
    }

    /** What the names of all the server's values of a kind begin with. */
    static String all(StateKind<?> kind) {
        return SERVER + kind.name() + "/";
    }

    String name() {
        return name;
    }

    /** The number by which the database knows its lock. */
    long lock() {
        return lock;
    }

    boolean isServer() {
        return server;
    }

    Semaphore gate() {
        return gate;
    }

    /** Takes what was left open; only for whoever has the gate. */
    @Nullable
    PartitionTransaction takeLeft() {
        var taken = left;
        left = null;
        return taken;
    }

    void leave(PartitionTransaction transaction) {
        left = transaction;
    }

    void closing(CompletableFuture<Void> done) {
        closing = done;
    }

    /** Waits until what nobody waited for is kept or lost, so that a thread reads what this process has written. */
    void awaitClosing() {
        closing.handle((done, failure) -> null).join();
    }

    /** The version from which changes are to be asked for. */
    synchronized long base(long nanos) {
        if (nanos - askedNanos > FORGOTTEN_NANOS) {
            values.clear();
            version = 0;
            alive = server;
        }
        askedNanos = nanos;
        return version;
    }

    synchronized boolean isForgotten(long nanos) {
        return nanos - askedNanos > FORGOTTEN_NANOS;
    }

    synchronized long version() {
        return version;
    }

    synchronized boolean isAlive() {
        return alive;
    }

    /**
     * Takes in what has changed since a version, unless somebody else has told it of that or more.
     *
     * @param changes all that the partition has above the version asked from
     */
    synchronized void apply(long from, List<ChangedRow> changes, StateForm form) {
        var latest = changes.stream().mapToLong(ChangedRow::version).max().orElse(0);
        if (latest <= version || from > version) {
            return;
        }
        var marker = changes.stream()
                .filter(row -> row.isMarker() && row.version() > version)
                .findFirst();
        if (marker.isPresent()) {
            // made anew, or gone
            values.clear();
            alive = marker.get().value().isPresent();
        }
        form.apply(
                () -> changes.stream()
                        .filter(row -> !row.isMarker() && row.version() > version)
                        .iterator(),
                values);
        version = latest;
    }

    /** Takes in what this process has written as the next version. */
    synchronized void applyOwn(long next, PartitionTransaction written) {
        if (next <= version) {
            return;
        }
        if (written.isReplaced()) {
            values.clear();
        }
        alive = written.isAlive();
        written.changed().forEach((kind, of) -> of.forEach((id, value) -> values.put(kind, id, value)));
        version = next;
    }

    synchronized Optional<Object> find(String kind, String id) {
        return values.find(kind, id);
    }

    synchronized <V> List<V> list(StateKind<V> kind, Map<String, Optional<Object>> over, StateStore.Page page) {
        return values.list(kind, over, page);
    }

    synchronized <V> SortedMap<String, V> entries(StateKind<V> kind, Map<String, Optional<Object>> over) {
        return values.entries(kind, over);
    }

    synchronized <V> Optional<V> eldest(StateKind<V> kind, Map<String, Optional<Object>> over) {
        return values.eldest(kind, over);
    }
}
