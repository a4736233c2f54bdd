package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.store.PostgresCluster;
import dev.venicesim.acceptance.store.WithPostgres;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithPostgres.class)
class DatabaseWatchTest {

    private final AtomicInteger present = new AtomicInteger();
    private final PostgresConnections connections;
    private final DatabaseWatch watch;

    DatabaseWatchTest(PostgresCluster cluster) {
        this.connections = new PostgresConnections(PostgresAddress.parse(cluster.newDatabase()));
        this.watch = new DatabaseWatch(
                connections, new PartitionCache(connections, new StateForm()), present::incrementAndGet);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @ParameterizedTest(name = "SQLSTATE {0}")
    @ValueSource(strings = {"40P01", "57014", "25P03"})
    void aStatementThatWasGivenUpIsNoDatabaseThatIsAway(String state) {
        watch.ask(session -> {
            throw new SQLException("as a deadlock or a cancelled query", state);
        });
        assertThat(connections.isAway()).isFalse();
    }

    @Test
    void whatIsAwayIsAwayUntilItAnswers() {
        watch.ask(session -> {
            throw new SQLException("as a server that shuts down", "57P01");
        });
        assertThat(connections.isAway()).isTrue();
        assertThat(present).hasValue(0);
        watch.ask(PostgresSession::ping);
        assertThat(connections.isAway()).isFalse();
        assertThat(present).hasValue(1);
    }
}
