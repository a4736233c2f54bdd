package stranger;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;

/** A team's application: it orders videos from an API whose address and key its configuration gives. */
@Singleton
class Clips {

    private final HttpClient http;
    private final String baseUrl;
    private final String apiKey;

    Clips(
            HttpClient http,
            @Value("${venice.base-url}") String baseUrl,
            @Value("${venice.api-key}") String apiKey) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
    }

    String order(String prompt) {
        var body = Map.of(
                "model", "wan-2.6-text-to-video",
                "prompt", prompt,
                "duration", "5s",
                "aspect_ratio", "16:9",
                "resolution", "720p");
        var request = HttpRequest.POST(URI.create(baseUrl + "/video/queue"), body).bearerAuth(apiKey);
        return String.valueOf(http.toBlocking().retrieve(request, Map.class).get("queue_id"));
    }
}
