package stranger;

import dev.venicesim.kit.client.VeniceWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The client that every stranger tests: it knows a base URL and a key, and nothing of the simulator. */
record GondolaClient(String baseUrl, String apiKey) {

    static final String GONDOLA =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int POLLS = 5;

    static GondolaClient in(VeniceWorld world) {
        return new GondolaClient(world.baseUrl(), world.apiKey());
    }

    byte[] video() throws IOException, InterruptedException {
        var queued = queue(GONDOLA);
        var id = new String(queued.body(), StandardCharsets.UTF_8).replaceAll(".*\"queue_id\":\"([^\"]+)\".*", "$1");
        var ticket = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + id + "\"}";
        for (var poll = 0; poll < POLLS; poll++) {
            var answer = post("/video/retrieve", ticket);
            if (answer.headers().firstValue("Content-Type").orElse("").equals("video/mp4")) {
                return answer.body();
            }
        }
        throw new AssertionError("no video after " + POLLS + " polls");
    }

    HttpResponse<byte[]> queue(String body) throws IOException, InterruptedException {
        return post("/video/queue", body);
    }

    private HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
