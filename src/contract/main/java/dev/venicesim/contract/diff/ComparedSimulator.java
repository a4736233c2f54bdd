package dev.venicesim.contract.diff;

import dev.venicesim.contract.http.Target;
import java.util.Map;

/**
 * Simulator that a target is compared with, for one conversation.
 *
 * @param target how it is asked
 * @param stop lets it go
 */
public record ComparedSimulator(Target target, Runnable stop) implements AutoCloseable {

    /** Maker of simulators, each with nothing in it. */
    @FunctionalInterface
    public interface Maker {

        /**
         * A simulator of an edition.
         *
         * @param quirks values beside those of the edition, by label
         * @param limits whether it counts requests
         */
        ComparedSimulator open(Map<String, String> quirks, boolean limits);
    }

    @Override
    public void close() {
        stop.run();
    }
}
