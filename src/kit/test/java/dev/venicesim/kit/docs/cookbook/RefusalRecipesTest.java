package dev.venicesim.kit.docs.cookbook;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.UnfetchedMedia;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Recipes of docs/cookbook.md about refusals. */
@VeniceSimulatorTest
class RefusalRecipesTest {

    private static final String GONDOLA =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
    private static final String ANIMATED =
            "{\"model\":\"seedance-2-0-image-to-video\",\"prompt\":\"a walk\",\"duration\":\"5s\",\"resolution\":\"480p\",\"image_url\":\"https://media.example.com/still-1280x720.png\"}";
    private static final String PRIVATE =
            "{\"model\":\"grok-imagine-text-to-video-private\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"480p\"}";

    @Test
    void hasTooLittleMoney(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate an account without money?
        world.balance("0.05");
        // cookbook: end
        assertThat(client.post("/video/queue", GONDOLA).status()).isEqualTo(402);
        assertThat(world).hasJobs(0);
    }

    @Test
    void limitsAKey(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a key with a spending limit?
        var limited = world.addKey("0.10");
        // cookbook: end
        assertThat(new TestClient(world.baseUrl(), limited)
                        .post("/video/queue", GONDOLA)
                        .status())
                .isEqualTo(402);
        assertThat(client.post("/video/queue", GONDOLA).status()).isEqualTo(200);
    }

    @Test
    void refusesABadKey(VeniceWorld world) {
        // cookbook: How do I simulate a key that is not valid?
        var refused = new TestClient(world.baseUrl(), "bad-key").post("/video/queue", GONDOLA);
        // cookbook: end
        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void breaksTheContentPolicy(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a prompt that breaks the content policy?
        world.scenario("policy: [{ words: [forbidden] }]");
        // cookbook: end
        assertThat(client.post("/video/queue", GONDOLA.replace("a gondola", "a forbidden boat"))
                        .status())
                .isEqualTo(422);
        assertThat(world).hasChargedNothing();
    }

    @Test
    void asksForConsent(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a face that needs consent?
        world.faces("https://media.example.com/still-1280x720.png", "face");
        // cookbook: end
        assertThat(client.post("/video/queue", ANIMATED).status()).isEqualTo(409);
    }

    @Test
    void measuresAPictureNobodyFetches(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a picture of the wrong size?
        world.media("https://media.example.com/still-1280x720.png", UnfetchedMedia.picture(10, 10));
        // cookbook: end
        assertThat(client.post("/video/queue", ANIMATED).status()).isEqualTo(400);
    }

    @Test
    void limitsTheRate(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a rate limit?
        world.clock().freeze();
        world.scenario("limits: { queue: 1 }");
        // cookbook: end
        client.queue("a gondola");
        assertThat(client.post("/video/queue", GONDOLA).status()).isEqualTo(429);
        world.clock().advance("61s");
        assertThat(client.post("/video/queue", GONDOLA).status()).isEqualTo(200);
    }

    @Test
    void expiresALink(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a download link that expires?
        world.scenario("links: { lifetime: 1m }");
        var queued = client.post("/video/queue", PRIVATE);
        world.clock().advance("2m");
        // cookbook: end
        var link = queued.json().path("download_url").asText();
        assertThat(new Http(link).get("").status()).isEqualTo(410);
    }

    @Test
    void signsWithAnEmptyWallet(VeniceWorld world) {
        // cookbook: How do I simulate a wallet without credit?
        var wallet = world.wallet();
        var signIn = wallet.signIn(world.baseUrl() + "/video/queue", Instant.now());
        // cookbook: end
        var refused = new Http(world.baseUrl()).with("SIGN-IN-WITH-X", signIn).post("/video/queue", GONDOLA);
        assertThat(refused.status()).isEqualTo(402);
    }
}
