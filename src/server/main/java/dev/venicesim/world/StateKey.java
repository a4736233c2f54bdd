package dev.venicesim.world;

/**
 * Key under which a value is kept.
 *
 * @param world the id of its world
 * @param kind what it is
 * @param id which of its kind; empty where a world has only one
 */
public record StateKey<V>(String world, StateKind<V> kind, String id) {}
