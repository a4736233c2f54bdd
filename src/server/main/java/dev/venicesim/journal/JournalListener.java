package dev.venicesim.journal;

import dev.venicesim.journal.finding.ClientFinding;

/** Listener to what journals take down; nobody, most of the time. */
public interface JournalListener {

    /** Whether it wants to be told. */
    boolean awake();

    /** A request has been taken down in a world's journal. */
    void added(String world, RequestRecord entry);

    /** Something a world's client did was found to cost money or to break in production. */
    void found(String world, ClientFinding finding);

    /** Nobody. */
    JournalListener NOBODY = new JournalListener() {
        @Override
        public boolean awake() {
            return false;
        }

        @Override
        public void added(String world, RequestRecord entry) {}

        @Override
        public void found(String world, ClientFinding finding) {}
    };
}
