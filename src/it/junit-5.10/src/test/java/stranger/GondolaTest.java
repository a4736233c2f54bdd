package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.Edition;
import dev.venicesim.kit.junit.Quirk;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a stranger writes in the first five minutes, with no assertion library and no Bouncy Castle. */
@VeniceSimulatorTest
class GondolaTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String WAN =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private static byte[] video(VeniceWorld world) throws IOException, InterruptedException {
        var queued = post(world, "/video/queue", WAN);
        var id = new String(queued.body(), StandardCharsets.UTF_8).replaceAll(".*\"queue_id\":\"([^\"]+)\".*", "$1");
        var ticket = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + id + "\"}";
        for (var poll = 0; poll < 5; poll++) {
            var answer = post(world, "/video/retrieve", ticket);
            if (answer.headers().firstValue("Content-Type").orElse("").equals("video/mp4")) {
                return answer.body();
            }
        }
        throw new AssertionError("no video after five polls");
    }

    @RepeatedTest(3)
    void getsAVideoInAWorldOfItsOwn(VeniceWorld world) throws Exception {
        video(world);
        assertEquals("99.45", world.account().balance().toString());
        assertEquals(1, world.jobs().size());
    }

    @Nested
    class InANestedClass {
        @Test
        @Edition("2026-08-21")
        @Quirk(name = "complete", value = "400")
        void behavesAsAnnotated(VeniceWorld world) throws Exception {
            video(world);
            assertEquals("20260821.193530", post(world, "/video/queue", WAN).headers().firstValue("x-venice-version").orElse(""));
        }
    }

    @Test
    void saysWhatAWalletNeeds(VeniceWorld world) {
        var missing = assertThrows(RuntimeException.class, world::wallet);
        assertTrue(missing.getMessage().contains("org.bouncycastle:bcprov-jdk18on"), missing.getMessage());
    }

    private static HttpResponse<byte[]> post(VeniceWorld world, String path, String json)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.baseUrl() + path))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
