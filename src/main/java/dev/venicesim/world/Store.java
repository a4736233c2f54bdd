package dev.venicesim.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only mutable cell of the simulator. It offers what a distributed store can keep: atomic change of one value, reading, listing. There is no transaction
 * across keys; callers write in a stated order and are idempotent by id.
 */
public interface Store {

    /** The value now, if there is one. */
    <V> Optional<V> find(Key<V> key);

    /**
     * Changes one value in one atomic step. The transition is pure and may be called more than once; what it returned last counts. In a world that does not exist
     * (any more) it is applied to nothing and its value is dropped.
     *
     * @return the transition's result
     */
    <V, R> R compute(Key<V> key, Function<Optional<V>, Step<V, R>> transition);

    /** The values of a kind in a world, by their ids in descending order, so that the latest job comes first. */
    <V> List<V> list(String world, Kind<V> kind, Page page);

    /** The value of a kind with the lowest id, so the first job queued. */
    <V> Optional<V> eldest(String world, Kind<V> kind);

    /** Makes a world that can hold values; does nothing if it exists. */
    void create(String world);

    /** Drops a world with all its values. */
    void drop(String world);

    /** Whether calls may wait for a disk or a network; the I/O thread then must not make them. */
    boolean blocks();

    /** A part of a list. */
    record Page(int offset, int limit) {
        public static final Page ALL = new Page(0, Integer.MAX_VALUE);
    }
}
