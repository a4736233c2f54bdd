package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On which threads requests are handled, told by who looks at the clock. */
class ThreadsOfRequestsTest {

    /** What the threads begin with that are there for what takes long. */
    private static final String TASK = "venice-sim task-";

    private final Threads threads = new Threads();

    /** Real time that notes who asks for it. */
    private static final class Threads implements TimeSource {

        private final Set<String> names = ConcurrentHashMap.newKeySet();

        @Override
        public Instant now() {
            names.add(Thread.currentThread().getName());
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }

    @Test
    void aTrialAndASnapshotHoldUpNoThreadThatReadsConnections() {
        try (var sim = Sim.start(config -> config.time(threads))) {
            sim.api("k").post("/video/queue", Requests.WAN);
            threads.names.clear();
            sim.control().post("/worlds/k/try", "{\"path\":\"/video/queue\",\"body\":" + Requests.WAN + "}");
            assertThat(threads.names).anyMatch(name -> name.startsWith(TASK));
            threads.names.clear();
            sim.control().get("/worlds/k/snapshot");
            assertThat(threads.names).anyMatch(name -> name.startsWith(TASK));
        }
    }

    @Test
    @ExtendWith(WithPostgres.class)
    void aSignedRequestStaysInItsUnitOfWork(PostgresCluster cluster) {
        try (var sim = Sim.start(config -> config.store(cluster.newDatabase()).time(threads))) {
            var wallet = SigningWallet.base(new SecureRandom());
            threads.names.clear();
            var signIn = wallet.signIn(sim.simulator().baseUrl(), Instant.now());
            var balance = sim.api().with("SIGN-IN-WITH-X", signIn).get("/x402/balance/" + wallet.address());
            assertThat(balance.status()).isEqualTo(200);
            assertThat(threads.names).isNotEmpty().noneMatch(name -> name.startsWith(TASK));
        }
    }
}
