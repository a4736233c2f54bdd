package dev.venicesim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.json.Json;
import dev.venicesim.run.RunRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Client of a simulator in this process, which asks what was asked in a run. It follows no redirect. */
final class PlayedClient {

    /** What this client says itself. */
    private static final Set<String> OWN = Set.of("authorization", "accept-encoding", "expect");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For a reply that did not come then; nothing is on its way but the machine's own speed. */
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(500);

    private final String origin;
    private final HttpClient http = client();

    PlayedClient(String origin) {
        this.origin = origin;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Makes a call of the control API. */
    RunPlayer.Answer control(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        return new RunPlayer.Answer(answer.statusCode(), answer.body());
    }

    /**
     * Sends a request again; returns the JSON of its reply, or nothing if that is none.
     *
     * @throws IllegalArgumentException if no client can send it
     */
    JsonNode ask(RunRequest asked, String target, Optional<String> key) throws InterruptedException {
        var lost = asked.answer().status() == 0;
        var request = HttpRequest.newBuilder(URI.create(origin + target))
                .timeout(lost ? LITTLE_PATIENCE : PATIENCE)
                .method(
                        asked.method(),
                        asked.body().isTextual()
                                ? BodyPublishers.ofString(asked.body().textValue())
                                : BodyPublishers.noBody());
        asked.headers().forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        key.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        try {
            // a client of its own sends nothing twice when the connection breaks
            return json((lost ? client() : http).send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        try {
            return type.contains("json") ? Json.readOwn(answer.body()) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
