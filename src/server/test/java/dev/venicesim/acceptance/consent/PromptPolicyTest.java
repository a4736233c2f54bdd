package dev.venicesim.acceptance.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Prompts judged by the rules of a world's scenario. */
class PromptPolicyTest {

    private static final Sim SIM = Sim.start(config -> config.jobTime("40s"));

    private static final String RULES = """
            {"description":"rules","policy":[
              {"words":["forbidden fruit"]},
              {"prompt":"(?i)light ?house"},
              {"words":["sunset"],"at":"provider","recommendedModel":"wan-2-7-text-to-video","refunded":true}]}""";

    @AfterAll
    static void close() {
        SIM.close();
    }

    @Test
    void refusesWordsAndPatternsAtTheQueueAndChargesNothing() {
        var world = ruled();
        for (var prompt : new String[] {"a forbidden fruit", "the LightHouse", "[sim:violation]"}) {
            var refused = world.api().post("/video/queue", Requests.wan(prompt));
            assertThat(refused.status()).as(prompt).isEqualTo(422);
            assertThat(refused.text())
                    .isEqualTo(
                            "{\"error\":\"Your prompt violates the content policy of Venice.ai or the model provider\",\"code\":\"CONTENT_POLICY_VIOLATION\"}");
        }
        assertThat(world.balanceUsd()).isEqualTo("100");
        assertThat(world.api()
                        .post("/video/queue", Requests.wan("fruit, forbidden"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void putsTheTokenInTheErrorUnderTheQuirk() {
        var world = ruled();
        world.control().put("/quirks", "{\"content-violation-body\":\"token\"}");
        assertThat(world.api()
                        .post("/video/queue", Requests.wan("forbidden fruit"))
                        .text())
                .isEqualTo("{\"error\":\"CONTENT_POLICY_VIOLATION\"}");
    }

    @Test
    void leavesTheRefusalToTheProviderWithRefundAndRecommendation() {
        var world = ruled();
        var queued = world.api().post("/video/queue", Requests.wan("a sunset"));
        assertThat(queued.status()).isEqualTo(200);
        assertThat(world.balanceUsd()).isEqualTo("99.45");
        world.advance("40s");
        var refused = world.api().post("/video/retrieve", Requests.ticket(queued));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("error").path("recommended_model").asText())
                .isEqualTo("wan-2-7-text-to-video");
        assertThat(refused.json().path("error").path("credits_refunded").asBoolean())
                .isTrue();
        assertThat(world.balanceUsd()).isEqualTo("100");
    }

    private static Sim.World ruled() {
        var world = SIM.frozenWorld();
        var put = world.control().put("/scenario", RULES);
        assertThat(put.status()).as("%s", put).isEqualTo(200);
        return world;
    }
}
