package dev.venicesim.world;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Unit of work of one request on one thread: what a store may read at once and keep together. */
public interface UnitOfWork extends AutoCloseable {

    /** One that is nothing but its parts. */
    UnitOfWork NONE = Optional::empty;

    /**
     * Ends it, at most once.
     *
     * @return completes once what it changed is kept, tallies aside; exceptionally with a {@link StoreAwayException} if
     *     that failed; empty if there is nothing to wait for
     */
    Optional<CompletionStage<Void>> end();

    /** Ends it if nobody did, and lets nobody know how. */
    @Override
    default void close() {
        var unused = end();
    }

    /**
     * Purpose of a unit of work.
     *
     * @param changing whether the world that it comes to first will be changed
     * @param credential the key in the directory of the credential that it names
     */
    record Purpose(boolean changing, Optional<StateKey<String>> credential) {
        public static final Purpose READING = new Purpose(false, Optional.empty());
    }
}
