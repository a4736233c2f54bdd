package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A database that goes away takes no server with it, and comes back by itself. */
class AwayDatabaseTest {

    @Test
    void readinessFollowsTheDatabaseAndLivenessDoesNot() {
        try (var cluster = PostgresCluster.start();
                var sim = Sim.start(config -> config.store(cluster.newDatabase()))) {
            assertThat(sim.control().get("/ready").status()).isEqualTo(200);
            assertThat(sim.api("k").post("/video/queue", Requests.WAN).status()).isEqualTo(200);

            cluster.crash();
            var queued = sim.api("k").post("/video/queue", Requests.WAN);
            assertThat(queued.status()).isEqualTo(503);
            assertThat(queued.json().path("error").asText())
                    .isEqualTo("The model is at capacity. Please try again later.");
            assertThat(sim.control().get("/worlds/k").status()).isEqualTo(503);
            until(sim, "/ready", answer -> answer.status() == 503);
            assertThat(sim.control().get("/health").status()).isEqualTo(200);
            assertThat(sim.simulator().bill()).contains("is away");

            cluster.up();
            until(sim, "/ready", answer -> answer.status() == 200);
            assertThat(sim.api("k").post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            assertThat(sim.control().get("/worlds/k/jobs").json().path("jobs")).hasSize(2);
        }
    }

    private static void until(Sim sim, String path, Predicate<Http.Answer> holds) {
        while (!holds.test(sim.control().get(path))) {
            Thread.onSpinWait();
        }
    }
}
