package dev.venicesim.store;

/**
 * Row of a store: one value, or one part of a value that is kept in parts.
 *
 * @param kind what it is, such as {@code job} or {@code account.entry}
 * @param id which of its kind
 * @param value JSON
 */
record StoredRow(String kind, String id, String value) {}
