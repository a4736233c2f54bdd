package dev.venicesim.kit.docs.cookbook;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.Job;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recipes of docs/cookbook.md about jobs. */
@VeniceSimulatorTest
class JobRecipesTest {

    @Test
    void takesTenMinutesInNoTime(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a job that takes ten minutes?
        world.scenario("jobTime: 10m");
        var ticket = client.queue("a gondola");
        world.clock().advance("10m");
        var video = client.file(ticket);
        // cookbook: end
        assertThat(video).isPlayableMp4();
    }

    @Test
    void waitsTenMinutesInNoTime(VeniceWorld world) throws InterruptedException {
        var client = new TestClient(world);
        // cookbook: How do I let my client wait as it does, in no time?
        world.scenario("jobTime: 10m");
        var ticket = client.queue("a gondola");
        while (!client.retrieve(ticket).header("Content-Type").equals("video/mp4")) {
            world.clock().sleeper().sleep(Duration.ofSeconds(5));
        }
        // cookbook: end
        assertThat(world).hasCharged("0.55").hasNoFindings();
    }

    @Test
    void endsAtTheSecondPoll(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I get a video without any waiting or clock?
        world.scenario("jobTime: polls:1");
        // cookbook: end
        var ticket = client.queue("a gondola");
        assertThat(client.retrieve(ticket).text()).contains("PROCESSING");
        assertThat(client.retrieve(ticket).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void refusesTheContentAndGivesTheMoneyBack(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a provider that refuses the content?
        var ticket = client.queue("a gondola [sim:refused]");
        // cookbook: end
        world.finish(idOf(world));
        assertThat(client.retrieve(ticket).status()).isEqualTo(422);
        assertThat(world).hasChargedNothing();
    }

    @Test
    void keepsTheMoneyOfARefusal(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a refusal that keeps the money and names another model?
        world.scenario(
                "jobs: [{ outcome: { refused: { recommendedModel: wan-2-7-text-to-video, refunded: false } } }]");
        // cookbook: end
        var ticket = client.queue("a gondola");
        world.finish(idOf(world));
        assertThat(client.retrieve(ticket).text()).contains("wan-2-7-text-to-video");
        assertThat(world).hasCharged("0.55");
    }

    @Test
    void breaksWhileItIsMade(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a generation that breaks?
        var ticket = client.queue("a gondola [sim:fail]");
        // cookbook: end
        world.finish(idOf(world));
        assertThat(client.retrieve(ticket).status()).isEqualTo(500);
        assertThat(world).hasChargedNothing();
    }

    @Test
    void rejectsTheInputLater(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate an input that is rejected after it was accepted?
        world.scenario("jobs: [{ outcome: { rejected: { status: 422, message: The picture is odd } } }]");
        // cookbook: end
        var ticket = client.queue("a gondola");
        world.finish(idOf(world));
        assertThat(client.retrieve(ticket).status()).isEqualTo(422);
        assertThat(client.retrieve(ticket).text()).contains("The picture is odd");
    }

    @Test
    void isAtCapacityTwice(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a provider without capacity?
        var ticket = client.queue("a gondola [sim:capacity]");
        // cookbook: end
        assertThat(client.retrieve(ticket).status()).isEqualTo(503);
        assertThat(client.retrieve(ticket).status()).isEqualTo(503);
        assertThat(client.file(ticket)).isPlayableMp4();
    }

    @Test
    void neverEnds(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a job that never ends?
        var ticket = client.queue("a gondola [sim:stuck]");
        // cookbook: end
        world.clock().advance("12h");
        assertThat(client.retrieve(ticket).text()).contains("PROCESSING");
    }

    @Test
    void losesTheVideo(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a video that is lost before it is fetched?
        world.scenario("jobs: [{ outcome: purged }]");
        // cookbook: end
        var ticket = client.queue("a gondola");
        world.finish(idOf(world));
        assertThat(client.retrieve(ticket).status()).isEqualTo(404);
    }

    @Test
    void cannotBeFetchedAtFirst(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I simulate a video that cannot be fetched at first?
        world.scenario("jobs: [{ outcome: { unfetchable: { times: 1 } } }]");
        // cookbook: end
        var ticket = client.queue("a gondola");
        world.finish(idOf(world));
        assertThat(client.retrieve(ticket).status()).isEqualTo(502);
        assertThat(client.retrieve(ticket).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void failsTheThirdJobAlone(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I let the third job fail, and no other?
        world.scenario("jobs: [{ when: { nth: 3 }, outcome: failed }]");
        // cookbook: end
        client.queue("first");
        client.queue("second");
        client.queue("third");
        assertThat(world).jobs().extracting(Job::outcome).containsExactlyInAnyOrder("completes", "completes", "failed");
    }

    @Test
    void decidesByThePrompt(VeniceWorld world) {
        var client = new TestClient(world);
        // cookbook: How do I let jobs fail by their prompt, or by their model?
        world.scenario("""
                jobs:
                  - when: { prompt: "(?i)lighthouse" }
                    outcome: failed
                  - when: { model: "seedance-*" }
                    time: 40s
                """);
        // cookbook: end
        client.queue("a Lighthouse");
        assertThat(world.jobs().get(0).outcome()).isEqualTo("failed");
    }

    @Test
    void decidesWhileItRuns(VeniceWorld world) {
        var client = new TestClient(world);
        var ticket = client.queue("a gondola");
        // cookbook: How do I decide about a job while it runs?
        var job = world.jobs().get(0);
        world.outcome(job.queueId(), "rejected", Map.of("status", 451, "message", "not in this country"));
        world.finish(job.queueId());
        // cookbook: end
        assertThat(client.retrieve(ticket).status()).isEqualTo(451);
    }

    private static String idOf(VeniceWorld world) {
        return world.jobs().get(0).queueId();
    }
}
