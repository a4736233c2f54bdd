package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules judge one client: who shares a world, or has none yet, is not held responsible for others. */
class OneClientTest {

    private static final String WRONG = Requests.WAN.replace("\"5s\"", "\"5 s\"");

    private final Sim sim = Sim.start();

    @AfterEach
    void stop() {
        sim.close();
    }

    private Http as(String key, String program) {
        return sim.api(key).with("User-Agent", program);
    }

    private List<String> anonymousRules() {
        var rules = new ArrayList<String>();
        sim.control()
                .get("/worlds/anonymous/findings")
                .json()
                .path("findings")
                .forEach(finding -> rules.add(finding.path("rule").asText()));
        return rules;
    }

    @Test
    void twoRefusedKeysAreTwoClients() {
        as("bad-one", "shop/1.0").get("/billing/balance");
        as("bad-two", "shop/1.0").get("/billing/balance");
        assertThat(anonymousRules()).isEmpty();

        as("bad-two", "shop/1.0").get("/billing/balance");
        assertThat(anonymousRules()).containsExactly("hopeless-retry");
    }

    @Test
    void twoProgramsWithoutAKeyAreTwoClients() {
        sim.api().with("User-Agent", "curl/8.5").get("/nowhere");
        sim.api().with("User-Agent", "python-requests/2.32").get("/nowhere");
        assertThat(anonymousRules()).isEmpty();

        sim.api().with("User-Agent", "curl/8.5").get("/nowhere");
        assertThat(anonymousRules()).containsExactly("hopeless-retry");
    }

    @Test
    void twoProgramsWithOneKeyAreTwoClients() {
        var world = sim.world("\"jobTime\":\"145s\"");
        as(world.apiKey(), "web/1.0").post("/video/queue", WRONG);
        as(world.apiKey(), "worker/1.0").post("/video/queue", WRONG);
        Found.none(world, "hopeless-retry");

        as(world.apiKey(), "web/1.0").post("/video/queue", WRONG);
        Found.one(world, "hopeless-retry", 1, 3);
    }

    @Test
    void twoWorkersThatPollInPaceAreNotOneThatPollsTooFast() {
        var world = sim.world("\"jobTime\":\"145s\"");
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
        for (int i = 0; i < 3; i++) {
            as(world.apiKey(), "web/1.0").post("/video/retrieve", ticket);
            as(world.apiKey(), "worker/1.0").post("/video/retrieve", ticket);
            world.advance("5s");
        }

        Found.none(world, "polls-too-fast");
    }

    @Test
    void aVideoThatAnotherProgramFetchesIsFetched() {
        var world = sim.world("\"jobTime\":\"145s\"");
        var ticket = Requests.ticket(as(world.apiKey(), "web/1.0").post("/video/queue", Requests.WAN));
        world.advance("145s");
        as(world.apiKey(), "worker/1.0").post("/video/retrieve", ticket);
        world.advance("60s");

        Found.none(world, "never-fetched");
    }

    @Test
    void aRefusedRequestStandsInTheWorldOfItsKey() {
        var world = sim.world("\"apiKey\":\"sk-inactive-mine\"");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(401);

        var requests = world.control().get("/requests").json().path("requests");
        assertThat(requests).hasSize(1);
        assertThat(requests.path(0).path("status").asInt()).isEqualTo(401);
        assertThat(sim.control().get("/worlds/anonymous/requests").json().path("requests"))
                .isEmpty();
    }

    @Test
    void aKeyWithoutAWorldIsToldWhereItsRequestsAre() {
        assertThat(sim.control().get("/worlds/sk-new").json().path("detail").asText())
                .contains("no world has this id")
                .doesNotContain("anonymous");
        sim.api("sk-new").get("/models?type=video");
        sim.api("sk-other").get("/models?type=video");
        sim.api("sk-new").post("/video/retrieve", "{}");

        for (var path : List.of("", "/requests", "/findings")) {
            var missing = sim.control().get("/worlds/sk-new" + path);
            assertThat(missing.status()).isEqualTo(404);
            var detail = missing.json().path("detail").asText();
            assertThat(detail)
                    .contains("2 requests with it stand in the journal of the anonymous world")
                    .doesNotContain("sk-new");
            var there = detail.substring(detail.lastIndexOf("/__sim"));
            var requests = sim.root().get(there).json().path("requests");
            assertThat(requests)
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.path("sender").asText()).startsWith("***"));
        }
    }
}
