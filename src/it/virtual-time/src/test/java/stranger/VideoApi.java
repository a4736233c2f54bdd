package stranger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The two calls that the clients of this project make. */
record VideoApi(String baseUrl, String apiKey) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Queues a video, and answers what retrieve wants. */
    String queue(String prompt) throws IOException, InterruptedException {
        var order = "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"" + prompt
                + "\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
        return new String(post("/video/queue", order).body(), StandardCharsets.UTF_8);
    }

    /** The video, once it is there. */
    Optional<byte[]> video(String ticket) throws IOException, InterruptedException {
        var answer = post("/video/retrieve", ticket);
        return Optional.of(answer.body())
                .filter(body -> answer.headers().firstValue("Content-Type").orElse("").equals("video/mp4"));
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
