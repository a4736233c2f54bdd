package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads the {@code limits} object of a rule row. */
final class LimitsReader {

    private LimitsReader() {}

    /** The limits of images that a model's own constraints publish. */
    static Limits of(Constraints constraints) {
        var side = constraints.number("reference_image_min_short_side_pixels");
        var min = constraints.number("reference_image_min_aspect_ratio");
        var max = constraints.number("reference_image_max_aspect_ratio");
        if (side.signum() == 0 && min.signum() == 0 && max.signum() == 0) {
            return Limits.NONE;
        }
        return withImages(Limits.NONE, new ImageLimits(side.intValue(), min, max, Set.of(), 0));
    }

    /** The limits with those parts replaced that a row has. */
    static Limits lay(JsonNode row, Limits under) {
        return new Limits(
                row.has("images") ? images(row.path("images")) : under.images(),
                row.has("referenceVideos") ? clips(row.path("referenceVideos")) : under.referenceVideos(),
                row.has("referenceAudios") ? clips(row.path("referenceAudios")) : under.referenceAudios(),
                row.has("elements") ? elements(row.path("elements")) : under.elements(),
                row.has("upscale") ? upscale(row.path("upscale")) : under.upscale());
    }

    private static Limits withImages(Limits limits, ImageLimits images) {
        return new Limits(
                images, limits.referenceVideos(), limits.referenceAudios(), limits.elements(), limits.upscale());
    }

    private static ImageLimits images(JsonNode part) {
        return new ImageLimits(
                part.path("minSidePixels").intValue(),
                decimal(part.path("minRatio")),
                decimal(part.path("maxRatio")),
                Nodes.stringSet(part.path("formats")),
                part.path("maxBytes").longValue());
    }

    private static ClipLimits clips(JsonNode part) {
        return new ClipLimits(
                part.path("minSeconds").intValue(),
                part.path("maxSeconds").intValue(),
                part.path("totalSeconds").intValue(),
                part.path("maxBytes").longValue(),
                Nodes.stringSet(part.path("formats")),
                Nodes.stringSet(part.path("codecs")),
                Nodes.stringSet(part.path("audioCodecs")));
    }

    private static ElementLimits elements(JsonNode part) {
        return new ElementLimits(
                part.path("maxElementsWithFrame").intValue(),
                part.path("maxImagesPerElement").intValue(),
                part.path("combinedTotal").intValue());
    }

    private static UpscaleLimits upscale(JsonNode part) {
        return new UpscaleLimits(
                part.path("maxSeconds").intValue(),
                Nodes.stringSet(part.path("formats")),
                integers(part.path("factors")));
    }

    private static List<Integer> integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.isMissingNode() ? BigDecimal.ZERO : number.decimalValue();
    }
}
