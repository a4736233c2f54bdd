package dev.venicesim.journal;

/**
 * Log of what several servers take down in the journals of worlds that they share. What one of them appends comes back
 * to each, the one itself included, in one order for all.
 */
public interface JournalLog {

    /** Appends a note, without waiting for anything. */
    void append(JournalNote note);

    /** Waits until all that was appended by now, by whomever, has come back. */
    void catchUp();

    /** Sink of notes that come back. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes a note.
         *
         * @param server who appended it
         * @param n the number of a request in its world; 0 for what is no request
         */
        void take(String server, long n, JournalNote note);
    }
}
