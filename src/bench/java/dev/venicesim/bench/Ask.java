package dev.venicesim.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The requests that loads are made of. */
final class Ask {

    static final String QUOTE = "/api/v1/video/quote";
    static final String QUEUE = "/api/v1/video/queue";
    static final String RETRIEVE = "/api/v1/video/retrieve";
    static final String COMPLETE = "/api/v1/video/complete";

    /** Costs 0.55 USD. */
    static final String CLIP =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    /** Of a private model: its reply carries a download link. */
    static final String LINKED =
            "{\"model\":\"grok-imagine-text-to-video-private\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"480p\"}";

    /** Has a face in it and no consent. */
    static final String FACE =
            "{\"model\":\"seedance-2-0-image-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"resolution\":\"720p\",\"image_url\":\"https://media.example.com/face-1280x720.png\"}";

    private Ask() {}

    static byte[] post(String path, String key, String json) {
        return Connection.request("POST", path, headers(key), json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] get(String path, String... headers) {
        return Connection.request("GET", path, List.of(headers), new byte[0]);
    }

    /** The headers of a JSON body, and of a key unless it is empty. */
    static List<String> headers(String key) {
        var headers = new ArrayList<>(List.of("Content-Type: application/json"));
        if (!key.isEmpty()) {
            headers.add("Authorization: Bearer " + key);
        }
        return headers;
    }

    static String ticket(String model, String queueId) {
        return "{\"model\":\"" + model + "\",\"queue_id\":\"" + queueId + "\"}";
    }

    /** A queue body with a square bitmap as data URL, of about so many bytes; two of different seeds differ. */
    static String picture(int bytes, int seed) {
        var side = (int) Math.sqrt(bytes / 4.0) / 4 * 4;
        var bmp = new byte[54 + side * side * 3];
        ByteBuffer.wrap(bmp)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'B')
                .put((byte) 'M')
                .putInt(bmp.length)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(side)
                .putInt(side)
                .putShort((short) 1)
                .putShort((short) 24)
                .putInt(56, seed);
        return "{\"model\":\"wan-2.6-image-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"resolution\":\"720p\",\"image_url\":\"data:image/bmp;base64,"
                + Base64.getEncoder().encodeToString(bmp) + "\"}";
    }
}
