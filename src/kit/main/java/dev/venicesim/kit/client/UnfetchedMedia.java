package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.time.Duration;

/** The measures of what stands at an address, which the simulator never fetches. Immutable. */
public final class UnfetchedMedia {

    private final ObjectNode fields;

    private UnfetchedMedia(ObjectNode fields) {
        this.fields = fields;
    }

    /** A picture of so many pixels. */
    public static UnfetchedMedia picture(int width, int height) {
        return new UnfetchedMedia(Json.object().put("width", width).put("height", height));
    }

    /** A video of so many pixels and such a length. */
    public static UnfetchedMedia video(int width, int height, Duration length) {
        return new UnfetchedMedia(picture(width, height).fields.put("seconds", seconds(length)));
    }

    /** Sound of such a length. */
    public static UnfetchedMedia sound(Duration length) {
        return new UnfetchedMedia(Json.object().put("seconds", seconds(length)));
    }

    /** The same with so many frames a second. */
    public UnfetchedMedia framesPerSecond(double rate) {
        return new UnfetchedMedia(fields.deepCopy().put("fps", rate));
    }

    /** The same with a file of so many bytes. */
    public UnfetchedMedia bytes(long size) {
        return new UnfetchedMedia(fields.deepCopy().put("bytes", size));
    }

    ObjectNode json() {
        return fields.deepCopy();
    }

    private static BigDecimal seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3);
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
