package dev.venicesim.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/**
 * A stranger's test suite as a program: it queues a job, polls it, and wants a video. It looks at the media type and
 * never at the bytes.
 */
public final class TinySuite {

    private static final int POLLS = 5;

    private TinySuite() {}

    /** The command that runs it. */
    public static List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", System.getProperty("java.class.path"), TinySuite.class.getName());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var queued = post(
                "/video/queue",
                "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\","
                        + "\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}");
        var id = queued.body().replaceFirst("(?s).*\"queue_id\":\"([^\"]+)\".*", "$1");
        if (queued.statusCode() != 200 || id.equals(queued.body())) {
            System.exit(1);
        }
        for (var poll = 0; poll < POLLS; poll++) {
            var seen = post("/video/retrieve", "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + id + "\"}");
            if (seen.headers().firstValue("content-type").orElse("").equals("video/mp4")) {
                System.exit(0);
            }
            if (seen.statusCode() != 200) {
                System.exit(1);
            }
        }
        System.exit(1);
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(System.getenv("VENICE_BASE_URL") + path))
                .header("Authorization", "Bearer " + System.getenv("VENICE_API_KEY"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
