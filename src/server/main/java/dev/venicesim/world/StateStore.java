package dev.venicesim.world;

import dev.venicesim.time.TimeSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The only mutable cell of the simulator. It offers what a distributed store can keep: atomic change of one value,
 * reading, listing. There is no transaction across keys; callers write in a stated order and are idempotent by id.
 */
public interface StateStore extends AutoCloseable {

    /** The id under which the server's own state stands: its directory of worlds, its secrets, its totals. */
    String SERVER = "server";

    /** The value now, if there is one. */
    <V> Optional<V> find(StateKey<V> key);

    /**
     * Changes one value in one atomic step. The transition is pure and may be called more than once; what it returned
     * last counts. In a world that does not exist (any more) it is applied to nothing and its value is dropped.
     *
     * @return the transition's result
     */
    <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition);

    /** The values of a kind in a world, by their ids in descending order, so that the latest job comes first. */
    <V> List<V> list(String world, StateKind<V> kind, Page page);

    /** The values of a kind in a world by their ids, for whoever takes the whole world away with them. */
    <V> SortedMap<String, V> entries(String world, StateKind<V> kind);

    /** The value of a kind with the lowest id, so the first job queued. */
    <V> Optional<V> eldest(String world, StateKind<V> kind);

    /** Makes a world that can hold values; does nothing if it exists. */
    void create(String world);

    /** Drops a world with all its values. */
    void drop(String world);

    /**
     * Completes once every change so far is kept as this store promises, tallies aside; exceptionally if that failed,
     * after which it is tried again with the next change. Empty if there is nothing to wait for.
     */
    default Optional<CompletionStage<Void>> unsettled() {
        return Optional.empty();
    }

    /**
     * The time of all servers that share this store.
     *
     * @param own this process's
     */
    default TimeSource time(TimeSource own) {
        return own;
    }

    /** Whether changes are kept as this store promises, as far as is known. */
    default boolean isAvailable() {
        return true;
    }

    /** Whether calls of it wait for something outside of this process, so that threads with other duties make none. */
    default boolean blocks() {
        return false;
    }

    /**
     * Begins the work of one request on this thread. A store that blocks keeps its changes together, and asks as seldom
     * as it can; no other thread sees it, and what this thread does after its end stands alone.
     */
    default UnitOfWork begin(UnitOfWork.Purpose purpose) {
        return UnitOfWork.NONE;
    }

    /** Lets go of what this thread's work has locked, before the thread waits for another one that may need it. */
    default void letGo() {}

    /** Told which worlds are about to be read, so that a store that blocks may ask for all of them at once. */
    default void expect(Collection<String> worlds) {}

    /** Carries out a change that nobody waits for: at once, or on another thread where a change takes time. */
    default void aside(Runnable change) {
        change.run();
    }

    /** Keeps what is left to keep, and lets go of everything. */
    @Override
    default void close() {}

    /** A part of a list. */
    record Page(int offset, int limit) {
        public static final Page ALL = new Page(0, Integer.MAX_VALUE);
    }
}
