package dev.venicesim.catalog;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reader of the {@code limits} object of a rule row. */
final class LimitsReader {

    private LimitsReader() {}

    /** The limits of images that a model's own constraints publish. */
    static MediaLimits of(Constraints constraints) {
        var side = constraints.number("reference_image_min_short_side_pixels");
        var min = constraints.number("reference_image_min_aspect_ratio");
        var max = constraints.number("reference_image_max_aspect_ratio");
        if (side.signum() == 0 && min.signum() == 0 && max.signum() == 0) {
            return MediaLimits.NONE;
        }
        return withImages(MediaLimits.NONE, new ImageLimits(side.intValue(), min, max, Set.of(), 0));
    }

    /** The limits with those parts replaced that a row has. */
    static MediaLimits lay(UserFileObject row, MediaLimits under) {
        row.only(Set.of("images", "referenceVideos", "referenceAudios", "elements", "upscale"));
        return new MediaLimits(
                row.has("images") ? images(row.object("images")) : under.images(),
                row.has("referenceVideos") ? clips(row.object("referenceVideos")) : under.referenceVideos(),
                row.has("referenceAudios") ? clips(row.object("referenceAudios")) : under.referenceAudios(),
                row.has("elements") ? elements(row.object("elements")) : under.elements(),
                row.has("upscale") ? upscale(row.object("upscale")) : under.upscale());
    }

    private static MediaLimits withImages(MediaLimits limits, ImageLimits images) {
        return new MediaLimits(
                images, limits.referenceVideos(), limits.referenceAudios(), limits.elements(), limits.upscale());
    }

    private static ImageLimits images(UserFileObject part) {
        part.only(Set.of("minSidePixels", "minRatio", "maxRatio", "formats", "maxBytes"));
        return new ImageLimits(
                integer(part, "minSidePixels"),
                decimal(part, "minRatio"),
                decimal(part, "maxRatio"),
                texts(part, "formats"),
                decimal(part, "maxBytes").longValue());
    }

    private static ClipLimits clips(UserFileObject part) {
        part.only(Set.of(
                "minSeconds",
                "maxSeconds",
                "totalSeconds",
                "withOutputSeconds",
                "maxBytes",
                "formats",
                "codecs",
                "audioCodecs"));
        return new ClipLimits(
                integer(part, "minSeconds"),
                integer(part, "maxSeconds"),
                integer(part, "totalSeconds"),
                integer(part, "withOutputSeconds"),
                decimal(part, "maxBytes").longValue(),
                texts(part, "formats"),
                texts(part, "codecs"),
                texts(part, "audioCodecs"));
    }

    private static ElementLimits elements(UserFileObject part) {
        part.only(Set.of("maxElementsWithFrame", "maxImagesPerElement", "combinedTotal"));
        return new ElementLimits(
                integer(part, "maxElementsWithFrame"),
                integer(part, "maxImagesPerElement"),
                integer(part, "combinedTotal"));
    }

    private static UpscaleLimits upscale(UserFileObject part) {
        part.only(Set.of("maxSeconds", "formats", "factors"));
        return new UpscaleLimits(integer(part, "maxSeconds"), texts(part, "formats"), part.integers("factors"));
    }

    private static int integer(UserFileObject part, String key) {
        return part.has(key) ? part.integer(key) : 0;
    }

    private static Set<String> texts(UserFileObject part, String key) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.copyOf(part.texts(key))));
    }

    private static BigDecimal decimal(UserFileObject part, String key) {
        return part.has(key) ? part.number(key) : BigDecimal.ZERO;
    }
}
