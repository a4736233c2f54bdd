package dev.venicesim.store;

/**
 * Row of the shared journal.
 *
 * @param seq its place in the order of all
 * @param world whose it is
 * @param n the number of a request in its world; 0 for what is no request
 * @param server who wrote it
 * @param own its number among those that its server wrote, by which one that is sent again is known
 * @param note JSON
 */
record JournalRow(long seq, String world, long n, String server, long own, String note) {}
