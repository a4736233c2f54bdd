package dev.venicesim.catalog;

/** What the media of a request must be; each part is its {@code NONE} where nothing is known. */
public record Limits(
        ImageLimits images,
        ClipLimits referenceVideos,
        ClipLimits referenceAudios,
        ElementLimits elements,
        UpscaleLimits upscale) {

    /** No limit known. */
    public static final Limits NONE =
            new Limits(ImageLimits.NONE, ClipLimits.NONE, ClipLimits.NONE, ElementLimits.NONE, UpscaleLimits.NONE);
}
