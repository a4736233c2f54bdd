package stranger;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** A team's application: it orders videos from an API whose address and key its configuration gives. */
@SpringBootApplication
@RestController
public class ClipApplication {

    private final WebClient venice;

    ClipApplication(
            WebClient.Builder builder,
            @Value("${venice.base-url}") String baseUrl,
            @Value("${venice.api-key}") String apiKey) {
        this.venice = builder.baseUrl(baseUrl)
                .defaultHeader("Authorization", "Bearer " + apiKey)
                .build();
    }

    @PostMapping("/clips")
    Mono<String> order(@RequestBody String prompt) {
        var request = Map.of(
                "model", "wan-2.6-text-to-video",
                "prompt", prompt,
                "duration", "5s",
                "aspect_ratio", "16:9",
                "resolution", "720p");
        return venice.post()
                .uri("/video/queue")
                .bodyValue(request)
                .retrieve()
                .bodyToMono(Map.class)
                .map(reply -> String.valueOf(reply.get("queue_id")));
    }
}
