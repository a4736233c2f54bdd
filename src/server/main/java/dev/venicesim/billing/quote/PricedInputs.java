package dev.venicesim.billing.quote;

import java.time.Duration;

/**
 * The parts of a quote or queue request that price and shape depend on. Texts are the request's literals, empty where
 * it has none.
 *
 * @param audio what the request says, true if it says nothing
 * @param upscaleFactor 0 if the request has none
 * @param source of {@code video_url}, or the picture of {@code image_url}
 * @param referenceVideos the length of all reference videos together: quote's {@code reference_video_total_duration},
 *     or what queue measured; zero for none or unknown
 * @param referenceImages how many reference pictures: quote's {@code reference_image_count}, or what queue was sent; 1
 *     if nothing was said
 * @param retiming what becomes of the source's time
 */
public record PricedInputs(
        String duration,
        String resolution,
        String aspectRatio,
        boolean audio,
        int upscaleFactor,
        SourceMedia source,
        Duration referenceVideos,
        int referenceImages,
        Retiming retiming) {

    /** A request that says nothing. */
    public static final PricedInputs NONE =
            new PricedInputs("", "", "", true, 0, SourceMedia.UNKNOWN, Duration.ZERO, 1, Retiming.NONE);

    public PricedInputs {
        referenceVideos = SourceMedia.bounded(referenceVideos);
    }

    public PricedInputs withDuration(String literal) {
        return new PricedInputs(
                literal,
                resolution,
                aspectRatio,
                audio,
                upscaleFactor,
                source,
                referenceVideos,
                referenceImages,
                retiming);
    }

    public PricedInputs withResolution(String literal) {
        return new PricedInputs(
                duration,
                literal,
                aspectRatio,
                audio,
                upscaleFactor,
                source,
                referenceVideos,
                referenceImages,
                retiming);
    }

    public PricedInputs withAspectRatio(String literal) {
        return new PricedInputs(
                duration,
                resolution,
                literal,
                audio,
                upscaleFactor,
                source,
                referenceVideos,
                referenceImages,
                retiming);
    }

    public PricedInputs withAudio(boolean wanted) {
        return new PricedInputs(
                duration,
                resolution,
                aspectRatio,
                wanted,
                upscaleFactor,
                source,
                referenceVideos,
                referenceImages,
                retiming);
    }

    public PricedInputs withUpscaleFactor(int factor) {
        return new PricedInputs(
                duration, resolution, aspectRatio, audio, factor, source, referenceVideos, referenceImages, retiming);
    }

    public PricedInputs withSource(SourceMedia media) {
        return new PricedInputs(
                duration,
                resolution,
                aspectRatio,
                audio,
                upscaleFactor,
                media,
                referenceVideos,
                referenceImages,
                retiming);
    }

    public PricedInputs withReferenceVideos(Duration total) {
        return new PricedInputs(
                duration, resolution, aspectRatio, audio, upscaleFactor, source, total, referenceImages, retiming);
    }

    public PricedInputs withReferenceImages(int count) {
        return new PricedInputs(
                duration, resolution, aspectRatio, audio, upscaleFactor, source, referenceVideos, count, retiming);
    }

    public PricedInputs withRetiming(Retiming asked) {
        return new PricedInputs(
                duration,
                resolution,
                aspectRatio,
                audio,
                upscaleFactor,
                source,
                referenceVideos,
                referenceImages,
                asked);
    }
}
