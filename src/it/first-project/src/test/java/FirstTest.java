import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@VeniceSimulatorTest
class FirstTest {

    @Test
    void ordersAVideo(VeniceWorld world) throws Exception {
        var order = HttpRequest.newBuilder(URI.create(world.baseUrl() + "/video/queue"))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"model":"wan-2.6-text-to-video","prompt":"a gondola","duration":"5s",
                         "aspect_ratio":"16:9","resolution":"720p"}"""))
                .build();
        HttpClient.newHttpClient().send(order, BodyHandlers.ofString());
        assertThat(world).wasAsked("/video/queue", 1).hasCharged("0.55");
    }
}
