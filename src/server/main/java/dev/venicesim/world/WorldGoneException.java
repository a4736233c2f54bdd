package dev.venicesim.world;

/** Exception of a world that was deleted, or dropped for one more recently used, while somebody was about to change it. */
public final class WorldGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorldGoneException() {
        super("the world was deleted meanwhile");
    }
}
