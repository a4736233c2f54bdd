package dev.venicesim.acceptance.store;

import org.junit.jupiter.api.extension.ExtendWith;

/** The same with the state in a database. */
@ExtendWith(WithPostgres.class)
class PostgresRestartTest extends RestartOverHttpTest {

    private final String database;

    PostgresRestartTest(PostgresCluster cluster) {
        this.database = cluster.newDatabase();
    }

    @Override
    String store() {
        return database;
    }
}
