package dev.venicesim.billing.quote;

/**
 * Change that a clip's time takes in an enhancer.
 *
 * @param slowdown how many times longer it plays than its source; 1 for as long
 * @param framesPerSecond of the clip; 0 for those of its source
 */
public record Retiming(int slowdown, int framesPerSecond) {

    /** The time of the source. */
    public static final Retiming NONE = new Retiming(1, 0);
}
