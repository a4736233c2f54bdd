package dev.venicesim.acceptance.store;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The same where every transaction may get another session, and what has to stay with one goes past the pooler. */
class TwoReplicasBehindAPoolerTest extends TwoReplicasTest {

    private final List<Pooler> poolers = new ArrayList<>();

    TwoReplicasBehindAPoolerTest(PostgresCluster cluster) {
        super(cluster);
    }

    @Override
    String address(PostgresCluster cluster) {
        var pooler = Pooler.before(cluster);
        poolers.add(pooler);
        return pooler.addressFor(cluster.newDatabase()) + "?direct=127.0.0.1:" + cluster.port();
    }

    @Override
    @AfterEach
    void close() {
        super.close();
        poolers.forEach(Pooler::close);
    }
}
