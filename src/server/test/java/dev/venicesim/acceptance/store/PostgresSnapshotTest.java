package dev.venicesim.acceptance.store;

import org.junit.jupiter.api.extension.ExtendWith;

/** The same with the state in a database. */
@ExtendWith(WithPostgres.class)
class PostgresSnapshotTest extends SnapshotOverHttpTest {

    private final String database;

    PostgresSnapshotTest(PostgresCluster cluster) {
        this.database = cluster.newDatabase();
    }

    @Override
    String store() {
        return database;
    }
}
