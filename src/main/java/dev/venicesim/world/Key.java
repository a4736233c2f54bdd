package dev.venicesim.world;

/**
 * Where a value is kept.
 *
 * @param world the id of its world
 * @param kind what it is
 * @param id which of its kind; empty where a world has only one
 */
public record Key<V>(String world, Kind<V> kind, String id) {}
