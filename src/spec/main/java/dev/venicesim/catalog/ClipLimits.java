package dev.venicesim.catalog;

import java.util.Set;

/**
 * Limits of reference clips, of video or of sound. Bounds are inclusive.
 *
 * @param minSeconds of each
 * @param maxSeconds of each; 0 for no limit
 * @param totalSeconds of all together; 0 for no limit
 * @param withOutputSeconds of all together and of what is made of them; 0 for no limit
 * @param maxBytes of each; 0 for no limit
 * @param formats accepted containers, lower case; empty for any
 * @param codecs accepted video codecs; empty for any
 * @param audioCodecs accepted codecs of a video's sound; empty for any
 */
public record ClipLimits(
        int minSeconds,
        int maxSeconds,
        int totalSeconds,
        int withOutputSeconds,
        long maxBytes,
        Set<String> formats,
        Set<String> codecs,
        Set<String> audioCodecs) {

    /** No limit known. */
    public static final ClipLimits NONE = new ClipLimits(0, 0, 0, 0, 0, Set.of(), Set.of(), Set.of());
}
