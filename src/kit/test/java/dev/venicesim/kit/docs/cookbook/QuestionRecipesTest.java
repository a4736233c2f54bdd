package dev.venicesim.kit.docs.cookbook;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.Edition;
import dev.venicesim.kit.junit.MaxCost;
import dev.venicesim.kit.junit.Quirk;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Recipes of docs/cookbook.md about what a test wants to know. */
@VeniceSimulatorTest
class QuestionRecipesTest {

    private static final String QUOTED =
            "{\"model\":\"wan-2.6-text-to-video\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    @Test
    void knowsWhatWasAsked(VeniceWorld world) {
        var client = new TestClient(world);
        client.queue("a gondola");
        // cookbook: How do I assert that a call was made, or was not?
        assertThat(world).wasAsked("/video/queue", 1).wasAsked("/video/complete", 0);
        // cookbook: end
    }

    @Test
    void waitsForAWorker(VeniceWorld world) {
        var client = new TestClient(world);
        var worker = CompletableFuture.runAsync(() -> client.queue("a gondola"));
        // cookbook: How do I wait for what my application does in the background?
        world.await().queued(1);
        // cookbook: end
        worker.join();
    }

    // cookbook: How do I fail a test that spends too much?
    @Test
    @MaxCost("1.00")
    void ordersOneClip(VeniceWorld world) {
        new TestClient(world).queue("a gondola");
    }
    // cookbook: end

    @Test
    void countsTheMoney(VeniceWorld world) {
        var client = new TestClient(world);
        client.queue("a gondola");
        // cookbook: How do I assert what something would have cost?
        assertThat(world).hasCharged("0.55").hasBalance("99.45");
        // cookbook: end
        assertThat(world.account().spent().toString()).isEqualTo("0.55");
    }

    @Test
    void findsNothingThatCostsMoney(VeniceWorld world) {
        var client = new TestClient(world);
        client.file(client.queue("a gondola"));
        // cookbook: How do I assert that my client does nothing that breaks in production?
        assertThat(world).hasNoFindings().hasNoErrors();
        // cookbook: end
    }

    @Test
    void readsWhy(VeniceWorld world) {
        var client = new TestClient(world);
        client.queue("a gondola");
        // cookbook: How do I see why the simulator answered as it did?
        var why = world.requests().get(0).why();
        // cookbook: end
        assertThat(why).isNotEmpty();
    }

    @Test
    void startsAnew(VeniceWorld world) {
        var client = new TestClient(world);
        client.queue("a gondola");
        // cookbook: How do I start anew in the middle of a test?
        world.reset();
        // cookbook: end
        assertThat(world).hasJobs(0).hasBalance("100.00");
    }

    // cookbook: How do I test against the API as it stood on another date?
    @Test
    @Edition("2026-08-21")
    @Quirk(name = "complete", value = "400")
    void standsOnAnotherDate(VeniceWorld world) {
        // cookbook: end
        assertThat(new TestClient(world).post("/video/quote", QUOTED).header("x-venice-version"))
                .isEqualTo("20260821.193530");
    }
}
