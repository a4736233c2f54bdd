package dev.venicesim.acceptance.money;

import dev.venicesim.acceptance.store.PostgresCluster;
import dev.venicesim.acceptance.store.WithPostgres;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store in a database under attack. */
@ExtendWith(WithPostgres.class)
class PostgresUnderAttackTest extends AttackContract {

    PostgresUnderAttackTest(PostgresCluster cluster) {
        super(config -> config.store(cluster.newDatabase()));
    }
}
