package dev.venicesim.journal;

import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.journal.finding.Download;

/**
 * Note about a world's requests. A request is named by a number that its server gave it, which stands in the event too;
 * the number in its world comes with the order of all notes.
 */
public sealed interface JournalNote {

    String world();

    /** Whether it is a request, which gets the next number of its world. */
    default boolean isRequest() {
        return false;
    }

    /** Whether numbers begin anew with it. */
    default boolean isEnd() {
        return false;
    }

    /** A request was answered. */
    record Added(String world, long named, RequestRecord entry) implements JournalNote {
        @Override
        public boolean isRequest() {
            return true;
        }
    }

    /** What it tells of the client. */
    record Seen(String world, ClientEvent event) implements JournalNote {}

    /** The client had hung up before the reply. */
    record Lost(String world, ClientEvent event) implements JournalNote {}

    /**
     * A download that it began has ended.
     *
     * @param of how many bytes its reply had
     */
    record Ended(String world, ClientEvent event, Download download, long of) implements JournalNote {}

    /** The world has gone, or begins anew. */
    record Dropped(String world) implements JournalNote {
        @Override
        public boolean isEnd() {
            return true;
        }
    }
}
