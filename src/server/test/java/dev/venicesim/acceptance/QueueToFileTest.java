package dev.venicesim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueToFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-17", "2026-08-21"})
    void givesAnUnmodifiedClientAPlayableFile(String edition) {
        try (var sim = Sim.start(config -> config.edition(edition).jobTime("40s"))) {
            var world = sim.frozenWorld();
            assertThat(sim.api()
                            .post("/video/quote", Requests.WAN)
                            .json()
                            .path("quote")
                            .asText())
                    .isEqualTo("0.55");

            var queued = world.api().post("/video/queue", Requests.WAN);
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(queued.json().properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactly("model", "queue_id");
            assertThat(world.balanceUsd()).isEqualTo("99.45");

            var ticket = Requests.ticket(queued);
            world.advance("39s");
            var processing = world.api().post("/video/retrieve", ticket);
            assertThat(processing.json().toString())
                    .isEqualTo(
                            "{\"status\":\"PROCESSING\",\"average_execution_time\":40000,\"execution_duration\":39000}");

            world.advance("1s");
            var file = world.api().post("/video/retrieve", ticket);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Type")).isEqualTo("video/mp4");
            assertThat(file.bytes()).hasSizeGreaterThan(100_000);
            assertThat(world.api().post("/video/complete", ticket).text()).isEqualTo("{\"success\":true}");
            assertThat(world.api().post("/video/retrieve", ticket).status()).isEqualTo(404);
        }
    }

    @Test
    void handsOutALinkForPrivateModels() {
        try (var sim = Sim.start(config -> config.jobTime("40s"))) {
            var world = sim.frozenWorld();
            var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            var link = queued.json().path("download_url").asText();
            assertThat(link).startsWith(sim.simulator().origin() + "/v1/share/read/");
            var bare = new Http(link);
            assertThat(bare.get("").status()).isEqualTo(404);
            world.advance("40s");
            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("COMPLETED");
            assertThat(bare.get("").header("Content-Type")).isEqualTo("video/mp4");
            assertThat(bare.delete("").status()).isEqualTo(204);
            assertThat(bare.get("").status()).isEqualTo(410);
        }
    }
}
