package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.store.PostgresCluster;
import dev.venicesim.acceptance.store.WithPostgres;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.Transition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is gone for long leaves the tables, and nobody who knew it is misled by that. */
@ExtendWith(WithPostgres.class)
class PostgresSweepTest {

    private static final StateKey<String> NOTE = new StateKey<>("w", StateKinds.LINK_KEY, "");
    private static final StateKey<String> OF_THE_SERVER =
            new StateKey<>(StateStore.SERVER, StateKinds.CREDENTIAL, "hash");

    private final PostgresCluster cluster;
    private final PostgresAddress address;
    private final String database;
    private final PostgresConnections connections;
    private final List<PostgresStore> opened = new ArrayList<>();

    PostgresSweepTest(PostgresCluster cluster) {
        this.cluster = cluster;
        var given = cluster.newDatabase();
        this.database = PostgresCluster.databaseOf(given);
        this.address = PostgresAddress.parse(given);
        this.connections = new PostgresConnections(address);
    }

    private PostgresStore open() {
        var store = PostgresStore.open(address);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        connections.close();
        opened.forEach(PostgresStore::close);
    }

    private void sweepAfterHours() throws SQLException {
        cluster.execute(database, "UPDATE venice_sim_state SET removed = removed - interval '2 hours'");
        try (var session = connections.connect()) {
            PostgresSchema.sweep(session);
        }
    }

    @Test
    void nothingStaysOfWhatIsGone() throws SQLException {
        var store = open();
        store.create("w");
        store.compute(NOTE, none -> Transition.to("a"));
        store.drop("w");
        store.compute(OF_THE_SERVER, none -> Transition.to("w"));
        store.compute(OF_THE_SERVER, found -> new Transition<String, Boolean>(Optional.empty(), true));
        sweepAfterHours();
        try (var session = connections.connect();
                var statement = session.connection().createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM venice_sim_state")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void aWorldMadeAnewAfterTheSweepIsSeenByWhoKnewTheOldOne() throws SQLException {
        var one = open();
        var other = open();
        one.create("w");
        one.compute(NOTE, none -> Transition.to("a"));
        assertThat(other.find(NOTE)).contains("a");
        one.drop("w");
        sweepAfterHours();
        var late = open();
        late.create("w");
        late.compute(NOTE, none -> Transition.to("b"));
        assertThat(other.find(NOTE)).contains("b");
    }
}
