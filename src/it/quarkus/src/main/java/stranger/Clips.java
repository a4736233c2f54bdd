package stranger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A team's application: it orders videos from an API whose address and key its configuration gives. */
@ApplicationScoped
class Clips {

    @RestClient
    Venice venice;

    String order(String prompt) {
        return venice.queue(Map.of(
                        "model", "wan-2.6-text-to-video",
                        "prompt", prompt,
                        "duration", "5s",
                        "aspect_ratio", "16:9",
                        "resolution", "720p"))
                .get("queue_id");
    }
}
