package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A commit that the database takes back is no bug of ours: the client may try again. */
@ExtendWith(WithPostgres.class)
class RefusedCommitTest {

    private static final String REFUSE = "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN RAISE EXCEPTION USING ERRCODE = ''serialization_failure''; END';"
            + " CREATE TRIGGER refuse BEFORE INSERT ON venice_sim_state EXECUTE FUNCTION refuse()";

    private final PostgresCluster cluster;

    RefusedCommitTest(PostgresCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void isAnsweredWith503AndLeavesNothing() {
        var address = cluster.newDatabase();
        try (var sim = Sim.start(config -> config.store(address))) {
            assertThat(sim.api("k").post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            cluster.execute(PostgresCluster.databaseOf(address), REFUSE);
            assertThat(sim.api("k").post("/video/queue", Requests.WAN).status()).isEqualTo(503);
            assertThat(sim.control()
                            .patch("/worlds/k/clock", "{\"advance\":\"1s\"}")
                            .status())
                    .isEqualTo(503);
            assertThat(sim.control().get("/ready").status())
                    .as("the database is there")
                    .isEqualTo(200);
            cluster.execute(PostgresCluster.databaseOf(address), "DROP TRIGGER refuse ON venice_sim_state");
            assertThat(sim.api("k").post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            assertThat(sim.control().get("/worlds/k/jobs").json().path("jobs")).hasSize(2);
        }
    }
}
