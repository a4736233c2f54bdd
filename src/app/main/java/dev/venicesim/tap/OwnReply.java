package dev.venicesim.tap;

import dev.venicesim.http.StreamedExchange;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reply of the tap itself, which says so: in its words, and in a header that no API sends. */
final class OwnReply {

    private static final String HEADER = "X-Venice-Sim-Tap";

    private OwnReply() {}

    static void send(StreamedExchange exchange, int status, String says) throws IOException {
        var body = Json.bytes(Json.object().put("error", "venice-sim tap: " + says));
        var headers = List.of(Map.entry("Content-Type", "application/json"), Map.entry(HEADER, "refused"));
        try (var out = exchange.reply(status, headers, body.length)) {
            out.write(body);
        }
    }
}
