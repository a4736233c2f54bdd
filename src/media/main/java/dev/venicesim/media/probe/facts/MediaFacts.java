package dev.venicesim.media.probe.facts;

import java.util.List;

/**
 * Everything the simulator knows about one medium of a request.
 *
 * @param identity {@code sha256:<hex>} of the exact bytes; the URL itself where they were not fetched
 * @param texts texts in an image's metadata that start with {@link #TEXT_MARKER}: at most {@link #MAX_TEXTS}, in file
 *     order
 */
public record MediaFacts(MediaFormat format, MediaState state, String identity, Measures measures, List<String> texts) {

    /**
     * How a text in an image's metadata (PNG {@code tEXt} and {@code iTXt}, JPEG {@code COM}) has to start to be kept.
     */
    public static final String TEXT_MARKER = "venice-sim:";

    public static final int MAX_TEXTS = 16;

    /** Longer texts are dropped, not cut. */
    public static final int MAX_TEXT_LENGTH = 256;

    public MediaFacts {
        texts = List.copyOf(texts);
    }

    /** A medium behind a URL, as its name or the user declares it. */
    public static MediaFacts unfetched(String url, Measures declared) {
        return new MediaFacts(MediaFormat.UNKNOWN, MediaState.UNFETCHED, url, declared, List.of());
    }

    public MediaKind kind() {
        return format.kind();
    }

    public boolean readable() {
        return state == MediaState.READABLE;
    }

    public boolean hasAudio() {
        return measures.audioCodec().isPresent();
    }
}
