package dev.venicesim.store;

import java.util.Optional;

/**
 * Row of a shared store that somebody has changed.
 *
 * @param partition the part of the store that it belongs to
 * @param kind what it is; empty for the row that says that a world is there
 * @param id which of its kind
 * @param value JSON; nothing if it is gone
 * @param version the version of its partition that has it so
 */
record ChangedRow(String partition, String kind, String id, Optional<String> value, long version) {

    /** Whether it says that its world is there, or gone. */
    boolean isMarker() {
        return kind.isEmpty();
    }
}
