package dev.venicesim.store;

/** Sink of rows that a store is to write. */
interface RowSink {

    void put(StoredRow row);

    void remove(String kind, String id);
}
