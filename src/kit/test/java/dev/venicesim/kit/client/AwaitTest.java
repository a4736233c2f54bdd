package dev.venicesim.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waiting by the journal for each kind of call, while the client under test makes it. */
@VeniceSimulatorTest
class AwaitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static CompletableFuture<Void> meanwhile(Runnable calls) {
        return CompletableFuture.runAsync(calls);
    }

    private static void paths(List<JournalEntry> seen, String... paths) {
        assertThat(seen).extracting(JournalEntry::path).containsExactly(paths);
    }

    @Test
    void waitsUntilRetrieveHasAnswered(VeniceWorld world) {
        var client = new TestClient(world);
        var ticket = client.queue();
        var calls = meanwhile(() -> {
            client.retrieve(ticket);
            client.retrieve(ticket);
        });
        paths(world.await().within(PATIENCE).retrieved(2), "/api/v1/video/retrieve", "/api/v1/video/retrieve");
        calls.join();
    }

    @Test
    void waitsUntilCompleteHasAnswered(VeniceWorld world) {
        var client = new TestClient(world);
        var ticket = client.queue();
        var calls = meanwhile(() -> {
            client.file(ticket);
            client.post("/video/complete", ticket);
        });
        paths(world.await().within(PATIENCE).completed(1), "/api/v1/video/complete");
        calls.join();
    }

    @Test
    void waitsForCallsWhateverTheirAnswer(VeniceWorld world) {
        var client = new TestClient(world);
        var calls = meanwhile(() -> client.post("/video/queue", "{}"));
        var seen = world.await().within(PATIENCE).requests("queue", 1);
        assertThat(seen).extracting(JournalEntry::status).containsExactly(400);
        calls.join();
    }

    @Test
    void countsAnswersOfSuccessAlone(VeniceWorld world) {
        new TestClient(world).post("/video/queue", "{}");
        assertThatThrownBy(() -> world.await().within(Duration.ZERO).queued(1))
                .hasMessageStartingWith("waited PT0S for 1 requests to queue answered 200; there were 0");
    }
}
