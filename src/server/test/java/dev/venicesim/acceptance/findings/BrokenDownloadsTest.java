package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A download that breaks off is not delivered: what went is written down, and who never comes back is told of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenDownloadsTest {

    @AutoClose
    private final Sim sim = Sim.start();

    private Sim.World breaking(String on) {
        var world = sim.world("\"jobTime\":\"145s\"");
        var set = world.control()
                .put(
                        "/scenario",
                        "jobTime: 145s\nfaults: [{ on: " + on + ", nth: 1, truncate: { afterBytes: 1000 } }]");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return world;
    }

    /** A job that is done, and whose first download has broken off after 1000 bytes. */
    private static String broken(Sim.World world) {
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
        world.advance("145s");
        assertThatThrownBy(() -> world.api().post("/video/retrieve", ticket)).isInstanceOf(UncheckedIOException.class);
        return ticket;
    }

    @Test
    void aClientThatNeverComesBackIsToldWhatItLost() {
        var world = breaking("retrieve");
        broken(world);
        world.advance("60s");

        var finding = Found.one(world, "never-fetched", 1, 2);
        assertThat(finding.path("costUsd").asText()).isEqualTo("0.55");
        assertThat(finding.path("says").asText()).contains("the download broke off after 1000 of ");
        assertThat(finding.path("evidence").path(1).asText())
                .contains("the connection broke after 1000 of ")
                .endsWith(" bytes of the reply's body");
    }

    @Test
    void theJournalSaysHowManyBytesWent() {
        var world = breaking("retrieve");
        var ticket = broken(world);
        var whole = world.api().post("/video/retrieve", ticket).bytes().length;

        // the client has the last byte before the server has written that down
        while (!world.control().get("/requests").json().at("/requests/2").has("sent")) {
            Thread.onSpinWait();
        }
        var requests = world.control().get("/requests").json().path("requests");
        assertThat(requests.path(0).has("sent")).isFalse();
        assertThat(requests.path(1).path("sent").toString()).isEqualTo("{\"bytes\":1000,\"of\":" + whole + "}");
        assertThat(requests.path(2).path("sent").toString())
                .isEqualTo("{\"bytes\":" + whole + ",\"of\":" + whole + "}");
        assertThat(requests.path(2).path("why").toString()).doesNotContain("broke");
    }

    @Test
    void isContentWithAClientThatFetchesItOnceMore() {
        var world = breaking("retrieve");
        var ticket = broken(world);
        assertThat(world.api().post("/video/retrieve", ticket).header("Content-Type"))
                .isEqualTo("video/mp4");
        world.advance("60s");

        Found.none(world, "never-fetched");
        Found.none(world, "polls-after-end");
    }

    @Test
    void isContentWithAClientThatFetchesTheRest() {
        var world = breaking("download");
        var link = new Http(world.api()
                .post("/video/queue", Requests.PRIVATE_GROK)
                .json()
                .path("download_url")
                .asText());
        world.advance("145s");
        assertThatThrownBy(() -> link.get("")).isInstanceOf(UncheckedIOException.class);
        assertThat(link.with("Range", "bytes=1000-").get("").status()).isEqualTo(206);
        world.advance("60s");

        Found.none(world, "link-dropped");
    }

    @Test
    void tellsOfOneThatLeavesAByte() {
        var world = breaking("download");
        var link = new Http(world.api()
                .post("/video/queue", Requests.PRIVATE_GROK)
                .json()
                .path("download_url")
                .asText());
        world.advance("145s");
        assertThatThrownBy(() -> link.get("")).isInstanceOf(UncheckedIOException.class);
        assertThat(link.with("Range", "bytes=1001-").get("").status()).isEqualTo(206);
        world.advance("60s");

        var finding = Found.one(world, "link-dropped", 1, 3);
        assertThat(finding.path("says").asText()).contains("from its link broke off after ");
    }

    @Test
    void looksAtAHeadAsAtNoDownload() {
        var world = sim.world("\"jobTime\":\"145s\"");
        var link = new Http(world.api()
                .post("/video/queue", Requests.PRIVATE_GROK)
                .json()
                .path("download_url")
                .asText());
        world.advance("145s");
        assertThat(link.send("HEAD", "", new byte[0]).status()).isEqualTo(200);
        world.advance("60s");

        Found.one(world, "link-dropped", 1);
    }
}
