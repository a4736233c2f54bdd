package dev.venicesim.store;

/**
 * Row of the shared journal.
 *
 * @param seq its place in the order of all
 * @param world whose it is
 * @param n the number of a request in its world; 0 for what is no request
 * @param server who wrote it
 * @param note JSON
 */
record JournalRow(long seq, String world, long n, String server, String note) {}
