package dev.venicesim.tap;

import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turn of a download link that points to the target, so that the video passes the tap as well.
 *
 * @param from the target's origin
 * @param to the tap's, as the client calls it
 */
record LinkTurn(String from, String to) {

    /** The reply of an order with its link turned; nothing if it has no link, or one to another host. */
    Optional<byte[]> turned(byte[] reply) {
        try {
            var link = Json.read(reply).path("download_url").asText();
            if (!link.startsWith(from + "/")) {
                return Optional.empty();
            }
            var text = new String(reply, StandardCharsets.UTF_8);
            return Optional.of(
                    text.replace(link, to + link.substring(from.length())).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
