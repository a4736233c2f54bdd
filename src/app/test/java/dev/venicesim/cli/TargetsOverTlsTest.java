package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.crypto.CertificateAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that talks to a target takes the authority of one that speaks TLS. */
@Timeout(150)
class TargetsOverTlsTest {

    private static final String KEY = "VENICE_INFERENCE_KEY_of-a-stranger";
    private static final String PASSWORD = "gondola";
    private static final String UNTRUSTED = "its TLS certificate is signed by nobody this machine trusts; ";
    private static final String FIX = "give the certificate of its authority as --tls-ca FILE or VENICE_SIM_TLS_CA";

    private final Path folder;
    private final Path ca;

    @AutoClose
    private final Simulator simulator;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    TargetsOverTlsTest(@TempDir Path folder) {
        this.folder = folder;
        this.ca = folder.resolve("ca.pem");
        this.simulator = Simulator.start(SimulatorConfig.builder()
                .port(0)
                .jobTime("polls:1")
                .tls("generated")
                .tlsCa(ca)
                .build());
    }

    private int run(String command, String... more) {
        var words = Stream.concat(
                        Stream.of(command.split(" ", -1))
                                .map(word ->
                                        word.replace("URL", simulator.baseUrl()).replace("DIR", folder.toString())),
                        Stream.of(more))
                .toArray(String[]::new);
        return Main.commandLine(Map.of(), words)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --target URL --out DIR/demo.mp4",
                "check --target URL --only quote.number",
                "diff --target URL --seed 1 --calls 3",
                "drift --models URL",
                "record --target URL --models DIR/models.json",
                "replay DIR/run.json --target URL --api-key-file DIR/key",
            })
    void trustsTheAuthorityThatItIsGivenAndNamesTheOptionToWhoGivesNone(String command) throws Exception {
        recordRun();
        assertThat(run(command)).isNotZero();
        assertThat(out + err.toString()).contains(UNTRUSTED + FIX);
        assertThat(run(command, "--tls-ca", ca.toString())).as(out + "\n" + err).isZero();
    }

    private void recordRun() throws IOException {
        Files.writeString(folder.resolve("key"), KEY);
        try (var recorded = Sim.start()) {
            recorded.control().put("/worlds/" + KEY, "{}");
            recorded.api(KEY).post("/video/quote", Requests.WAN);
            Files.write(
                    folder.resolve("run.json"),
                    recorded.control().get("/worlds/" + KEY + "/run").bytes());
        }
    }

    @Test
    void saysThatTheAuthorityIsThatOfAnotherStart() throws IOException {
        var old = folder.resolve("old.pem");
        Files.writeString(
                old,
                CertificateAuthority.pem(
                        CertificateAuthority.create(Instant.now()).certificate()));
        assertThat(run("check --target URL --only quote.number", "--tls-ca", old.toString()))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains(UNTRUSTED + "the authority in " + old + " is another one, as each start of serve --tls"
                        + " generated makes one; " + FIX);
    }

    @Test
    void refusesAFileThatIsNoCertificate() throws IOException {
        var notes = Files.writeString(folder.resolve("notes.txt"), "my notes");
        assertThat(run("record --target URL --models DIR/models.json", "--tls-ca", notes.toString()))
                .isEqualTo(CommandFailure.MISUSE);
        assertThat(err.toString()).contains("tls-ca cannot be \"" + notes + "\": it holds no certificate in PEM");
    }

    @Test
    void theVariableIsEnough() throws Exception {
        assertThat(status(trust(Map.of("VENICE_SIM_TLS_CA", ca.toString())), simulator))
                .isEqualTo(200);
        assertThat(status(trust(Map.of("VENICE_SIM_TLS", "generated", "VENICE_SIM_TLS_CA", ca.toString())), simulator))
                .isEqualTo(200);
    }

    @Test
    void anAddressWithoutTlsAsksForNoAuthority() {
        var environment =
                Map.of("VENICE_SIM_TLS_CA", folder.resolve("absent.pem").toString());
        assertThat(new ServedTls().at("http://127.0.0.1:1/api/v1", environment).context())
                .isEmpty();
        assertThatThrownBy(() -> trust(environment))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aCertificateOfYoursIsTrustedByWhateverNameItIsCalled() throws Exception {
        var file = folder.resolve("server.p12");
        var now = Instant.now();
        var issued = CertificateAuthority.create(now).issue(List.of("sim.example"), now);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", issued.key(), PASSWORD.toCharArray(), issued.chain().toArray(X509Certificate[]::new));
        try (var written = Files.newOutputStream(file)) {
            store.store(written, PASSWORD.toCharArray());
        }
        var config = SimulatorConfig.builder()
                .port(0)
                .host("0.0.0.0")
                .tls(file.toString())
                .tlsPassword(PASSWORD);
        var trust = trust(Map.of("VENICE_SIM_TLS", file.toString(), "VENICE_SIM_TLS_PASSWORD", PASSWORD));
        try (var own = Simulator.start(config.build())) {
            assertThat(status(trust, own)).isEqualTo(200);
        }
        assertThatThrownBy(() -> status(trust, simulator))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(trust.inWords(e)).isEqualTo(UNTRUSTED + FIX));
    }

    private static ServerTrust trust(Map<String, String> environment) {
        return new ServedTls().at("https://127.0.0.1/api/v1", environment);
    }

    private static int status(ServerTrust trust, Simulator asked) throws IOException, InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + asked.port() + "/__sim/health"));
        return trust.client()
                .build()
                .send(health.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
