package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.acceptance.SkippedTime;
import dev.venicesim.time.Alarm;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers whose machines' clocks are a second apart. */
@ExtendWith(WithPostgres.class)
class ReplicasWithClocksApartTest {

    private static final String PUBLIC = "http://sim.example";
    private static final Duration APART = Duration.ofSeconds(1);

    private final SkippedTime time = new SkippedTime();
    private final Sim behind;
    private final Sim ahead;

    ReplicasWithClocksApartTest(PostgresCluster cluster) {
        var database = cluster.newDatabase();
        this.behind = start(database, time);
        this.ahead = start(database, new Ahead(time));
    }

    private static Sim start(String database, TimeSource time) {
        return Sim.start(
                config -> config.store(database).publicUrl(PUBLIC).limits(false).time(time));
    }

    /** The clock of another machine. */
    private record Ahead(TimeSource other) implements TimeSource {

        @Override
        public Instant now() {
            return other.now().plus(APART);
        }

        @Override
        public long nanos() {
            return other.nanos();
        }

        @Override
        public Alarm alarm(Alarm system) {
            return other.alarm(system);
        }
    }

    @AfterEach
    void close() {
        behind.close();
        ahead.close();
    }

    @Test
    void whatOneHasDoneIsInNobodysFuture() {
        var world = behind.world("\"jobTime\":\"10s\"");
        var ticket = Requests.ticket(ahead.api(world.apiKey()).post("/video/queue", Requests.WAN));
        var jobs = behind.control().get("/worlds/" + world.id() + "/jobs").json();
        var queued = Instant.parse(jobs.path("jobs").get(0).path("queuedAt").asText());
        assertThat(queued).isBeforeOrEqualTo(time.now().plus(Duration.ofMillis(200)));
        assertThat(behind.api(world.apiKey())
                        .post("/video/retrieve", ticket)
                        .json()
                        .path("execution_duration")
                        .asLong())
                .isNotNegative();
    }

    /** The job takes a fifteenth of what it takes there, so that a third of a second lies between two polls. */
    @Test
    void patienceIsNotTakenForHaste() {
        var world = behind.world("\"jobTime\":\"10s\"");
        var ticket = Requests.ticket(ahead.api(world.apiKey()).post("/video/queue", Requests.WAN));
        for (var poll = 0; poll < 10; poll++) {
            time.pass(Duration.ofMillis(500));
            var sim = poll % 2 == 0 ? ahead : behind;
            assertThat(sim.api(world.apiKey()).post("/video/retrieve", ticket).text())
                    .contains("PROCESSING");
        }
        assertThat(rules(world)).doesNotContain("polls-too-fast");
        for (var sim : List.of(behind, ahead)) {
            sim.api(world.apiKey()).post("/video/retrieve", ticket);
        }
        assertThat(rules(world)).contains("polls-too-fast");
    }

    private List<String> rules(Sim.World world) {
        for (var sim : List.of(ahead, behind)) {
            sim.control().get("/worlds/" + world.id() + "/requests?wait=PT30S&count=11");
        }
        return behind.control()
                .get("/worlds/" + world.id() + "/findings")
                .json()
                .path("findings")
                .findValuesAsText("rule");
    }

    /** A nonce is remembered for as long as its sign-in is good, and a sign-in from the future is good for longest. */
    @Test
    void aNonceIsSpentForAsLongAsItsSignInIsGood() {
        var wallet = SigningWallet.base(new SecureRandom());
        var early = wallet.signIn(PUBLIC + "/api/v1", time.now().plusSeconds(29));
        assertThat(balance(behind, wallet, early).status()).isEqualTo(200);
        time.pass(Duration.ofSeconds(325));
        for (var half = 0; half < 12; half++) {
            for (var sim : List.of(ahead, behind)) {
                var another = wallet.signIn(PUBLIC + "/api/v1", time.now());
                assertThat(balance(sim, wallet, another).status()).isEqualTo(200);
                assertThat(balance(sim, wallet, early).status()).isEqualTo(401);
            }
            time.pass(Duration.ofMillis(500));
        }
    }

    private static Http.Answer balance(Sim sim, SigningWallet wallet, String signIn) {
        return sim.api().with("SIGN-IN-WITH-X", signIn).get("/x402/balance/" + wallet.address());
    }
}
