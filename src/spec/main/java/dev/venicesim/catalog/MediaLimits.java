package dev.venicesim.catalog;

/** Limits of the media of a request; each part is its {@code NONE} where nothing is known. */
public record MediaLimits(
        ImageLimits images,
        ClipLimits referenceVideos,
        ClipLimits referenceAudios,
        ElementLimits elements,
        UpscaleLimits upscale) {

    /** No limit known. */
    public static final MediaLimits NONE =
            new MediaLimits(ImageLimits.NONE, ClipLimits.NONE, ClipLimits.NONE, ElementLimits.NONE, UpscaleLimits.NONE);
}
