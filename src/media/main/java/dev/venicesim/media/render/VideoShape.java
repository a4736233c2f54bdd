package dev.venicesim.media.render;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The even width and height, in pixels, that a generator delivers for a resolution and an aspect ratio.
 *
 * <p>The resolution names the short side; 16:9 is the default ratio, and portrait ratios swap the sides.
 */
public record VideoShape(int width, int height) {

    private static final int SMALLEST = 16;
    private static final int LARGEST = 8192;
    private static final int DEFAULT_SHORT_SIDE = 720;
    private static final Ratio DEFAULT_RATIO = new Ratio(16, 9);

    private static final Map<String, Integer> SHORT_SIDE = Map.ofEntries(
            Map.entry("256p", 256),
            Map.entry("360p", 360),
            Map.entry("480p", 480),
            Map.entry("540p", 540),
            Map.entry("580p", 580),
            Map.entry("720p", 720),
            Map.entry("768p", 768),
            Map.entry("1080p", 1080),
            Map.entry("true_1080p", 1080),
            Map.entry("1440p", 1440),
            Map.entry("2k", 1440),
            Map.entry("2160p", 2160),
            Map.entry("4k", 2160));

    private static final Pattern RATIO = Pattern.compile("([1-9]\\d{0,6}):([1-9]\\d{0,6})");

    private record Ratio(int across, int down) {

        static Optional<Ratio> parse(String literal) {
            var match = RATIO.matcher(literal);
            return match.matches()
                    ? Optional.of(new Ratio(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                    : Optional.empty();
        }
    }

    /**
     * The shape for a request's literals; what is absent or unknown ({@code auto}, {@code adaptive}, {@code 2x}) falls
     * back to 720p and 16:9. Any ratio of whole numbers will do, such as that of a source; where its long side would
     * pass 8192 pixels both shrink.
     */
    public static VideoShape of(Optional<String> resolution, Optional<String> aspectRatio) {
        int side = resolution
                .map(name -> SHORT_SIDE.get(name.toLowerCase(Locale.ROOT)))
                .orElse(DEFAULT_SHORT_SIDE);
        Ratio ratio = aspectRatio.flatMap(Ratio::parse).orElse(DEFAULT_RATIO);
        double across = Math.max(1, (double) ratio.across / ratio.down);
        double down = Math.max(1, (double) ratio.down / ratio.across);
        double unit = Math.min(side, LARGEST / Math.max(across, down));
        return new VideoShape(Math.max(SMALLEST, even(unit * across)), Math.max(SMALLEST, even(unit * down)));
    }

    /** The source's own size times {@code factor}, shrunk in proportion where a side would pass 8192 pixels. */
    public static VideoShape upscaled(int sourceWidth, int sourceHeight, int factor) {
        double scale = Math.min(factor, (double) LARGEST / Math.max(sourceWidth, sourceHeight));
        return new VideoShape(
                Math.max(SMALLEST, even(sourceWidth * scale)), Math.max(SMALLEST, even(sourceHeight * scale)));
    }

    private static int even(double pixels) {
        return (int) (2 * Math.round(pixels / 2));
    }
}
