package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesOverHttpTest {

    @AutoClose
    private final Sim sim = Sim.start(config -> config.jobTime("10s"));

    private record Queued(Sim.World world, String ticket, String id) {
        Http.Answer retrieve() {
            return world.api().post("/video/retrieve", ticket);
        }
    }

    private static Queued queue(Sim.World world, String prompt) {
        var queued = world.api().post("/video/queue", Requests.wan(prompt));
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        return new Queued(
                world, Requests.ticket(queued), queued.json().path("queue_id").asText());
    }

    private Queued byRule(String outcome) {
        var world = sim.frozenWorld();
        var set = world.control().put("/scenario", "jobs: [{ time: 10s, outcome: " + outcome + " }]");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return queue(world, "a gondola");
    }

    private Queued byControl(String outcome) {
        var queued = queue(sim.frozenWorld(), "a gondola");
        var decided = queued.world().control().post("/jobs/" + queued.id(), "{\"outcome\":" + outcome + "}");
        assertThat(decided.status()).as("%s", decided).isEqualTo(200);
        return queued;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refused     | {"refused":{"refunded":true}}                  | 422 | 100
            refused     | {"refused":{"refunded":false}}                 | 422 | 99.45
            rejected    | {"rejected":{"status":400,"message":"Image"}} | 400 | 100
            failed      | {"failed":{"message":"It broke"}}              | 500 | 100
            purged      | {"purged":{}}                                  | 404 | 99.45
            completes   | {"completes":{}}                               | 200 | 99.45
            placeholder | {"placeholder":{}}                             | 200 | 99.45""")
    void endsTheSameOnEveryPollByRuleAndByControl(String label, String outcome, int status, String balance) {
        for (var queued : new Queued[] {byRule(outcome), byControl(outcome)}) {
            queued.world().advance("9999ms");
            assertThat(queued.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
            queued.world().advance("1ms");
            var first = queued.retrieve();
            assertThat(first.status()).as(label).isEqualTo(status);
            assertThat(queued.retrieve().bytes()).isEqualTo(first.bytes());
            assertThat(queued.world().balanceUsd()).isEqualTo(balance);
            assertThat(queued.world().balanceUsd()).isEqualTo(balance);
        }
    }

    @Test
    void saysWhichModelToTryAndThatTheCreditsAreBack() {
        var queued = byRule("{ refused: { recommendedModel: wan-2-7-text-to-video, refunded: true } }");
        queued.world().advance("10s");
        var error = queued.retrieve().json().path("error");
        assertThat(error.path("type").asText()).isEqualTo("provider_content_policy");
        assertThat(error.path("recommended_model").asText()).isEqualTo("wan-2-7-text-to-video");
        assertThat(error.path("credits_refunded").asBoolean()).isTrue();
    }

    @Test
    void replaysTheTextOfARejection() {
        var queued = byRule("{ rejected: { status: 422, message: The picture is odd } }");
        queued.world().advance("10s");
        assertThat(queued.retrieve().status()).isEqualTo(422);
        assertThat(queued.retrieve().text()).contains("The picture is odd");
    }

    @Test
    void isAtCapacityForAWhileAndGoesOnMeanwhile() {
        var queued = byRule("{ atCapacity: { times: 2 } }");
        assertThat(queued.retrieve().status()).isEqualTo(503);
        assertThat(queued.retrieve().status()).isEqualTo(503);
        assertThat(queued.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
        queued.world().advance("10s");
        assertThat(queued.retrieve().header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void cannotBeFetchedAtFirst() {
        var queued = byRule("{ unfetchable: { times: 1 } }");
        assertThat(queued.retrieve().status()).isEqualTo(200);
        queued.world().advance("10s");
        assertThat(queued.retrieve().status()).isEqualTo(502);
        assertThat(queued.retrieve().header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void staysStuckUntilItExpires() {
        var queued = byRule("stuck");
        queued.world().advance("86399999ms");
        assertThat(queued.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
        queued.world().advance("1ms");
        assertThat(queued.retrieve().status()).isEqualTo(404);
        assertThat(queued.world().balanceUsd()).as("nobody said that it failed").isEqualTo("99.45");
    }

    @Test
    void deliversATinyFileForASilentRefusal() {
        var queued = byRule("placeholder");
        queued.world().advance("10s");
        var file = queued.retrieve();
        assertThat(file.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(file.bytes().length).isBetween(500, 60_000);
    }

    @ParameterizedTest
    @CsvSource({"[sim:refused],422,100", "[sim:fail],500,100", "[sim:capacity],503,99.45", "[sim:time=3s],200,99.45"})
    void doesWhatAMagicPromptAsks(String mark, int status, String balance) {
        var queued = queue(sim.frozenWorld(), "a gondola " + mark);
        queued.world().advance(mark.contains("time") ? "3s" : "10s");
        var answer = queued.retrieve();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith(status == 200 ? "video/mp4" : "application/json");
        assertThat(queued.world().balanceUsd()).isEqualTo(balance);
    }

    @Test
    void refusesAMagicViolationAtTheQueueAndChargesNothing() {
        var world = sim.frozenWorld();
        assertThat(world.api()
                        .post("/video/queue", Requests.wan("[sim:violation]"))
                        .status())
                .isEqualTo(422);
        assertThat(world.balanceUsd()).isEqualTo("100");
    }

    @Test
    void finishesAfterTheAskedNumberOfPolls() {
        var queued = queue(sim.frozenWorld(), "[sim:polls=2]");
        assertThat(queued.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
        assertThat(queued.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
        assertThat(queued.retrieve().header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void hearsControlBeforePromptBeforeRuleBeforeWorld() {
        var world = sim.frozenWorld();
        world.control().put("/scenario", "jobTime: 20s\njobs: [{ time: 15s, outcome: { failed: { message: rule } } }]");
        var ruled = queue(world, "a gondola");
        var asked = queue(world, "[sim:refused] [sim:time=12s]");
        var decided = queue(world, "[sim:refused] [sim:time=12s]");
        world.control().post("/jobs/" + decided.id(), "{\"outcome\":\"completes\"}");
        world.advance("12s");
        assertThat(ruled.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
        assertThat(asked.retrieve().status()).isEqualTo(422);
        assertThat(decided.retrieve().header("Content-Type")).isEqualTo("video/mp4");
        world.advance("3s");
        assertThat(ruled.retrieve().status()).isEqualTo(500);
        world.control().put("/scenario", "jobTime: 20s");
        var plain = queue(world, "a gondola");
        world.advance("19999ms");
        assertThat(plain.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
    }

    @Test
    void countsForARuleOnlyTheJobsThatWereAccepted() {
        var world = sim.frozenWorld("\"balanceUsd\":0");
        world.control().put("/scenario", "jobs: [{ when: { nth: 1 }, outcome: stuck }]");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
        world.control().patch("/account", "{\"balanceUsd\":5}");
        var first = queue(world, "a gondola");
        var second = queue(world, "a gondola");
        world.advance("1h");
        assertThat(first.retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
        assertThat(second.retrieve().header("Content-Type")).isEqualTo("video/mp4");
    }
}
