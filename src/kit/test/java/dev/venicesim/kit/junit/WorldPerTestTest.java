package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs under the extension itself, in parallel and in random order, as a user's class would. */
@VeniceSimulatorTest
class WorldPerTestTest {

    private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void isTheWorldOfTheTest(VeniceWorld world) {
        assertThat(KEYS.add(world.apiKey())).as("a key of its own").isTrue();
    }

    @RepeatedTest(5)
    void startsFundedAndEmptyHoweverOftenItRepeats(VeniceWorld world) {
        onlyThisTestSpends(world);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "three"})
    void startsFundedAndEmptyForEveryParameter(String parameter, VeniceWorld world) {
        assertThat(parameter).isNotEmpty();
        onlyThisTestSpends(world);
    }

    @Test
    void endsJobsAfterTwoPolls(VeniceWorld world) {
        var client = new TestClient(world);
        var ticket = client.queue();
        assertThat(client.retrieve(ticket).text()).contains("PROCESSING");
        assertThat(client.retrieve(ticket).text()).contains("PROCESSING");
        assertThat(client.retrieve(ticket).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Nested
    class InANestedClass {

        @Test
        void startsFundedAndEmpty(VeniceWorld world) {
            onlyThisTestSpends(world);
        }

        @Test
        @Edition("2026-08-21")
        @Quirk(name = "unknown-queue-id", value = "400")
        void behavesAsTheMethodSays(VeniceWorld world) {
            var client = new TestClient(world);
            client.queue();
            var unknown = client.retrieve(
                    "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"019a0000-0000-7000-8000-000000000000\"}");
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.header("x-venice-version")).isEqualTo("20260821.193530");
        }
    }

    private static void onlyThisTestSpends(VeniceWorld world) {
        new TestClient(world).queue();
        assertThat(world.account().balance().toString()).isEqualTo("99.45");
        assertThat(world.jobs()).hasSize(1);
        assertThat(world.requests()).hasSize(1);
    }
}
