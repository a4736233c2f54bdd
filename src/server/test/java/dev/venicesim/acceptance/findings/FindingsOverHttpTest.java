package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each finding: a client that commits it, and a near twin that does not. */
class FindingsOverHttpTest {

    private static final String UNKNOWN_FIELD = Requests.WAN.replace("\"5s\"", "\"5 s\"");

    private final Sim sim = Sim.start(config -> config.trustForwarded(true));

    /** Runs, so that pace can be judged; jobs take as long as in production. */
    private Sim.World world() {
        return sim.world("\"jobTime\":\"145s\"");
    }

    private static String queued(Sim.World world, String body) {
        var queued = world.api().post("/video/queue", body);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        return Requests.ticket(queued);
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void tellsOfPollsThatFollowTooFast() {
        var world = world();
        var ticket = queued(world, Requests.WAN);
        world.api().post("/video/retrieve", ticket);
        world.advance("3s");
        world.api().post("/video/retrieve", ticket);

        var finding = Found.one(world, "polls-too-fast", 2, 3);
        assertThat(finding.path("severity").asText()).isEqualTo("warning");
    }

    @Test
    void isContentWithPollsInTheDocumentedPace() {
        var world = world();
        var ticket = queued(world, Requests.WAN);
        for (int i = 0; i < 3; i++) {
            world.api().post("/video/retrieve", ticket);
            world.advance("5s");
        }

        Found.none(world, "polls-too-fast");
    }

    @Test
    void scalesThePaceWithTheJobTime() {
        var world = sim.world("\"jobTime\":\"14500ms\"");
        var ticket = queued(world, Requests.WAN);
        world.api().post("/video/retrieve", ticket);
        world.advance("600ms");
        world.api().post("/video/retrieve", ticket);

        Found.none(world, "polls-too-fast");
    }

    @Test
    void doesNotJudgeThePaceOfJobsThatPollsEnd() {
        var world = sim.world("\"jobTime\":\"polls:3\"");
        var ticket = queued(world, Requests.WAN);
        world.api().post("/video/retrieve", ticket);
        world.api().post("/video/retrieve", ticket);

        Found.none(world, "polls-too-fast");
    }

    @Test
    void tellsOfPollsAfterTheEnd() {
        var world = world();
        var ticket = queued(world, Requests.wan("[sim:fail]"));
        world.advance("150s");
        assertThat(world.api().post("/video/retrieve", ticket).status()).isEqualTo(500);
        world.advance("5s");
        world.api().post("/video/retrieve", ticket);

        Found.one(world, "polls-after-end", 2, 3);
    }

    @Test
    void isContentWithAClientThatStopsAtTheEnd() {
        var world = world();
        var ticket = queued(world, Requests.wan("[sim:fail]"));
        world.api().post("/video/retrieve", ticket);
        world.advance("150s");
        assertThat(world.api().post("/video/retrieve", ticket).status()).isEqualTo(500);

        Found.none(world, "polls-after-end");
    }

    @Test
    void tellsOfAVideoThatWasNeverFetched() {
        var world = world();
        queued(world, Requests.WAN);
        world.advance("145s");
        Found.none(world, "never-fetched");
        world.advance("60s");

        var finding = Found.one(world, "never-fetched", 1);
        assertThat(finding.path("costUsd").asText()).isEqualTo("0.55");
        assertThat(sim.simulator().findings())
                .filteredOn(line -> line.contains("never-fetched"))
                .singleElement()
                .asString()
                .contains("0.55 USD");
    }

    @Test
    void isContentWithAVideoThatWasFetched() {
        var world = world();
        var ticket = queued(world, Requests.WAN);
        world.advance("145s");
        assertThat(world.api().post("/video/retrieve", ticket).header("Content-Type"))
                .isEqualTo("video/mp4");
        world.advance("25h");

        Found.none(world, "never-fetched");
    }

    @Test
    void tellsOfALinkThatWasDropped() {
        var world = world();
        var ticket = queued(world, Requests.PRIVATE_GROK);
        world.advance("145s");
        world.api().post("/video/retrieve", ticket);
        world.advance("60s");

        var finding = Found.one(world, "link-dropped", 1);
        assertThat(finding.path("costUsd").asDouble()).isPositive();
    }

    @Test
    void isContentWithALinkThatWasOpened() {
        var world = world();
        var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        world.advance("145s");
        assertThat(new Http(queued.json().path("download_url").asText()).get("").status())
                .isEqualTo(200);
        world.advance("60s");

        Found.none(world, "link-dropped");
    }

    @Test
    void tellsOfTheSameRequestSentAgainAfterARefusal() {
        var world = world();
        world.api().post("/video/queue", UNKNOWN_FIELD);
        world.api().post("/video/queue", UNKNOWN_FIELD);

        Found.one(world, "hopeless-retry", 1, 2);
    }

    @Test
    void isContentWithARequestThatWasMended() {
        var world = world();
        world.api().post("/video/queue", UNKNOWN_FIELD);
        queued(world, Requests.WAN);

        Found.none(world, "hopeless-retry");
    }

    @Test
    void tellsOfAClientThatDoesNotWait() {
        var world = sim.world("\"clock\":{\"frozen\":true}");
        for (int i = 0; i < 40; i++) {
            queued(world, Requests.wan("one more " + i));
        }
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(429);
        Found.none(world, "ignores-retry-after");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(429);

        Found.one(world, "ignores-retry-after", 41, 42);
    }

    @Test
    void tellsOfAKeyInAUrl() {
        var world = world();
        var path = "/models?type=video&api_key=" + "sk-" + "abcdefgh12345678";
        sim.api().get(path);
        world.api().get(path);
        var findings = sim.control().get("/worlds/anonymous/findings").text();

        assertThat(findings).contains("key-in-url").doesNotContain("abcdefgh12345678");
        assertThat(sim.control().get("/worlds/anonymous/requests/1").text()).doesNotContain("abcdefgh12345678");
        assertThat(Found.one(world, "key-in-url", 1).toString()).doesNotContain("abcdefgh12345678");
    }

    @Test
    void isContentWithAKeyInItsHeader() {
        var world = world();
        world.api().get("/models?type=video");

        Found.none(world, "key-in-url");
        assertThat(sim.control().get("/worlds/anonymous/findings").text()).doesNotContain("key-in-url");
    }
}
