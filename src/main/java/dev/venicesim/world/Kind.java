package dev.venicesim.world;

/**
 * A kind of state a world holds, and its type. Values are immutable and serialisable.
 *
 * @param name the name a store files it under
 * @param type the class of its values
 */
public record Kind<V>(String name, Class<V> type) {}
