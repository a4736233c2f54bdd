package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.venicesim.crypto.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target whose certificate is wrong is not talked to: exit code 3, and words that say what is wrong with it. */
class CertificatesTest {

    private static final String PASSWORD = "changeit";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dns:localhost | -1d | false | signed by nobody this machine trusts",
                "dns:localhost | -400d | true | has expired",
                "dns:example.com | -1d | true | is for another host"
            })
    void aWrongCertificateIsNamedForWhatIsWrongWithIt(
            String host, String from, boolean trusted, String words, @TempDir Path folder) throws Exception {
        var store = certificate(folder, host, from);
        var server = serve(store);
        try {
            var jvm = trusted
                    ? List.of(
                            "-Djavax.net.ssl.trustStore=" + folder.resolve("trust"),
                            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                    : List.<String>of();
            var url = "https://localhost:" + server.getAddress().getPort() + "/api/v1";
            try (var run = Launched.in(
                    folder, jvm, List.of("check", "--target", url, "--max-usd", "1", "--api-key-env", "KEY"), "sk-x")) {
                assertThat(run.exit()).isEqualTo(3);
                assertThat(run.printed()).contains(words, "0.00 USD spent");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whomJavaTrustsIsTrustedBesideAnAuthorityOfYours(@TempDir Path folder) throws Exception {
        var server = serve(certificate(folder, "dns:localhost", "-1d"));
        try {
            var jvm = List.of(
                    "-Djavax.net.ssl.trustStore=" + folder.resolve("trust"),
                    "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
            var yours = Files.writeString(
                    folder.resolve("yours.pem"),
                    CertificateAuthority.pem(
                            CertificateAuthority.create(Instant.now()).certificate()));
            var url = "https://localhost:" + server.getAddress().getPort() + "/api/v1";
            try (var run =
                    Launched.in(folder, jvm, List.of("drift", "--models", url, "--tls-ca", yours.toString()), "sk-x")) {
                assertThat(run.exit()).isEqualTo(3);
                assertThat(run.printed()).contains("answered 404").doesNotContain("certificate");
            }
        } finally {
            server.stop(0);
        }
    }

    /** A certificate for a host, signed by an authority whose own lies in a trust store beside it. */
    private static Path certificate(Path folder, String host, String from) throws IOException, InterruptedException {
        keytool(
                folder,
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=ca",
                "-ext",
                "bc:c",
                "-keystore",
                "ca");
        keytool(folder, "-exportcert", "-alias", "ca", "-keystore", "ca", "-file", "ca.crt");
        keytool(folder, "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=a", "-keystore", "store");
        keytool(folder, "-certreq", "-alias", "a", "-keystore", "store", "-file", "a.csr");
        keytool(
                folder,
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                "ca",
                "-infile",
                "a.csr",
                "-outfile",
                "a.crt",
                "-startdate",
                from,
                "-validity",
                "90",
                "-ext",
                "san=" + host);
        keytool(folder, "-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", "store");
        keytool(folder, "-importcert", "-noprompt", "-alias", "a", "-file", "a.crt", "-keystore", "store");
        keytool(folder, "-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", "trust");
        return folder.resolve("store");
    }

    private static void keytool(Path folder, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-storepass", PASSWORD));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(process.waitFor()).as(folder.resolve("keytool").toString()).isZero();
    }

    private static HttpsServer serve(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return server;
    }
}
