package dev.venicesim.kit.docs.cookbook;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatThrownBy;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recipes of docs/cookbook.md about what goes wrong on the wire. */
@VeniceSimulatorTest
class FaultRecipesTest {

    private static final String GONDOLA =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
    private static final String QUOTED =
            "{\"model\":\"wan-2.6-text-to-video\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    @Test
    void isBusyOnce(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I let one call fail, and the next one pass?
        world.scenario("faults: [{ on: retrieve, nth: 2, respond: { status: 503 } }]");
        // cookbook: end
        var ticket = client.queue("a gondola");
        assertThat(client.retrieve(ticket).status()).isEqualTo(200);
        assertThat(client.retrieve(ticket).status()).isEqualTo(503);
        assertThat(client.retrieve(ticket).status()).isEqualTo(200);
    }

    @Test
    void losesTheReplyToAPaidCall(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a reply that is lost after the job was paid for?
        world.scenario("faults: [{ on: queue, nth: 1, phase: after, reset: {} }]");
        // cookbook: end
        assertThatThrownBy(() -> client.post("/video/queue", GONDOLA)).isInstanceOf(UncheckedIOException.class);
        assertThat(world).hasCharged("0.55").hasJobs(1);
    }

    @Test
    void breaksOffADownload(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a download that breaks off?
        world.scenario("faults: [{ on: retrieve, nth: 3, reset: { afterBytes: 5000 } }]");
        // cookbook: end
        var ticket = client.queue("a gondola");
        client.retrieve(ticket);
        client.retrieve(ticket);
        assertThatThrownBy(() -> client.retrieve(ticket)).isInstanceOf(UncheckedIOException.class);
        assertThat(client.file(ticket)).isPlayableMp4();
    }

    @Test
    void answersAsAProxyDoes(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a proxy's error page?
        world.scenario("""
                faults:
                  - on: queue
                    respond:
                      status: 502
                      headers: { Content-Type: text/html }
                      body: "<html><body>502 Bad Gateway</body></html>"
                """);
        // cookbook: end
        var page = client.post("/video/queue", GONDOLA);
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.text()).startsWith("<html>");
    }

    @Test
    void answersGarbage(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a reply that is no JSON?
        world.scenario("faults: [{ on: queue, garbage: { bytes: 300, seed: 4 } }]");
        // cookbook: end
        assertThatThrownBy(() -> client.post("/video/queue", GONDOLA).json())
                .isInstanceOfAny(AssertionError.class, UncheckedIOException.class);
    }

    @Test
    void isSlow(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a slow reply?
        world.scenario("faults: [{ on: queue, delay: 20ms }]");
        // cookbook: end
        assertThat(client.post("/video/queue", GONDOLA).status()).isEqualTo(200);
        assertThat(world.requests().get(0).by()).isEqualTo("fault");
    }

    @Test
    void failsByChanceAndAlwaysTheSameWay(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I let a share of the calls fail by chance?
        world.scenario("""
                seed: 7
                faults:
                  - on: quote
                    when: { chance: 0.5 }
                    respond: { status: 503 }
                """);
        // cookbook: end
        assertThat(Stream.generate(() -> client.post("/video/quote", QUOTED).status())
                        .limit(30))
                .contains(200, 503);
    }
}
