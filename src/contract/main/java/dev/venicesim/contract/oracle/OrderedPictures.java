package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Judge of what a video shows and sounds like, as it was ordered: its codec, its sound track, the ratio and the lines of
 * its pictures. Models that are given a number of pixels rather than lines keep to these in wide and in upright pictures
 * alone; elsewhere much more is let pass.
 */
final class OrderedPictures {

    /** Source: docs/api/retrieve.md#status-or-video; MP4 holds pictures of these codecs. */
    private static final Set<String> CODECS =
            Set.of("avc1", "avc2", "avc3", "avc4", "hvc1", "hev1", "hvc2", "hev2", "av01", "vp09", "dvh1", "dvhe");

    private static final Set<String> WIDE = Set.of("16:9", "9:16");
    private static final int PIXELS_SLACK = 16;
    private static final double RATIO_SLACK = 0.05;
    private static final double LINES_SLACK = 0.15;

    private OrderedPictures() {}

    static void tracks(ObservedExchange exchange, JsonNode order, Reference reference, List<Deviation> found) {
        var tracks = MovieTracks.of(exchange.reply().body());
        for (var track : tracks) {
            if (track.kind().equals("vide") && !CODECS.contains(track.codec())) {
                found.add(exchange.at("body", "pictures of a codec such as avc1, hvc1 and av01", track.codec()));
            }
        }
        var sounds = reference
                .model(order.path("model").asText())
                .filter(model -> model.at("/model_spec/constraints/audio").asBoolean())
                .isPresent();
        if (sounds
                && order.path("audio").asBoolean(true)
                && tracks.stream().noneMatch(track -> track.kind().equals("soun"))) {
            found.add(exchange.at("body", "a sound track, which the model makes", "none"));
        }
        if (order.path("audio").isBoolean()
                && !order.path("audio").booleanValue()
                && tracks.stream().anyMatch(track -> track.kind().equals("soun"))) {
            found.add(exchange.at("body", "no sound track, as was ordered", "one"));
        }
    }

    /** What the pictures are coded in may lie on its side. */
    static void coded(ObservedExchange exchange, long width, long height, JsonNode order, List<Deviation> found) {
        MovieTracks.of(exchange.reply().body()).stream()
                .filter(track -> track.kind().equals("vide"))
                .findFirst()
                .filter(track -> track.width() != width || track.height() != height)
                .filter(track -> track.width() != height || track.height() != width)
                .filter(track -> track.width() > 0 && track.height() > 0)
                .ifPresent(track -> shape(exchange, track.width(), track.height(), order, found));
    }

    static void shape(ObservedExchange exchange, long width, long height, JsonNode order, List<Deviation> found) {
        var size = width + " by " + height;
        var ratio = order.path("aspect_ratio").asText();
        if (ratio.matches("\\d{1,2}:\\d{1,2}")) {
            var parts = ratio.split(":", 2);
            var wanted = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
            if (Math.abs((double) width / height / wanted - 1) > RATIO_SLACK) {
                found.add(exchange.at("body", "a picture of " + ratio, size));
            }
        }
        var resolution = order.path("resolution").asText();
        var lines = lines(resolution);
        if (lines > 0) {
            var slack = WIDE.contains(ratio) ? PIXELS_SLACK : LINES_SLACK * lines;
            if (Math.abs(Math.min(width, height) - lines) > slack) {
                found.add(exchange.at("body", "a picture of " + resolution, size));
            }
        }
    }

    /** 0 where it is not told in lines. */
    private static double lines(String resolution) {
        var text = resolution.toLowerCase(Locale.ROOT);
        if (text.equals("4k")) {
            return 2160;
        }
        return text.matches("\\d{3,4}p") ? new BigDecimal(text.replace("p", "")).doubleValue() : 0;
    }
}
