package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runnable jar as a user starts it. */
class RunnableJarIT {

    @TempDir
    private Path folder;

    @Test
    void bringsBouncyCastleAndLeavesPactOut() throws IOException {
        try (var jar = new JarFile(System.getProperty("venice-sim.jar"))) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("org/bouncycastle/"))
                    .noneMatch(name -> name.startsWith("au/com/dius/") || name.startsWith("kotlin/"));
        }
    }

    /** The class path of this test holds all that is shaded: a jar of which a class is inside has to be named. */
    @Test
    void namesTheLicenceOfEverythingInside() throws IOException {
        try (var jar = new JarFile(System.getProperty("venice-sim.jar"))) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            var named = text(jar, "META-INF/THIRD-PARTY.txt");
            assertThat(shaded(jar))
                    .hasSizeGreaterThan(20)
                    .contains("ch.qos.logback:logback-core:", "org.wiremock:wiremock-standalone:")
                    .allSatisfy(artifact -> assertThat(named).containsPattern(Pattern.quote(artifact) + "\\S+ {2}\\S"));
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "META-INF/third-party/EPL-2.0.txt",
                            "META-INF/third-party/bcprov-jdk18on-jar/META-INF/LICENSE.md",
                            "META-INF/third-party/jackson-core-jar/META-INF/NOTICE",
                            "META-INF/third-party/postgresql-jar/META-INF/LICENSE",
                            "META-INF/third-party/slf4j-api-jar/META-INF/LICENSE.txt",
                            "META-INF/third-party/sqlite-jdbc-jar/META-INF/maven/org.xerial/sqlite-jdbc/LICENSE.zentus")
                    .filteredOn(name -> name.endsWith("THIRD-PARTY.txt"))
                    .containsExactly("META-INF/THIRD-PARTY.txt");
            assertThat(named)
                    .doesNotContain("has no dependencies")
                    .contains("Redistributions in binary form must reproduce the above copyright notice");
        }
    }

    /** As the folders of a local repository say: group/of/it/artifact/version/file.jar. */
    private static List<String> shaded(JarFile runnable) throws IOException {
        var names = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var file = Path.of(entry);
            var home = file.toString().replace(File.separatorChar, '/').split("/repository/", 2);
            if (home.length == 2 && Files.isRegularFile(file)) {
                try (var library = new JarFile(file.toFile())) {
                    if (library.stream().map(ZipEntry::getName).anyMatch(name -> isClassOf(runnable, name))) {
                        var artifact = Path.of(home[1]).getParent().getParent();
                        names.add(artifact.getParent().toString().replace(File.separatorChar, '.') + ":"
                                + artifact.getFileName() + ":");
                    }
                }
            }
        }
        return names;
    }

    private static boolean isClassOf(JarFile runnable, String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && runnable.getEntry(name) != null;
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (var stream = jar.getInputStream(jar.getEntry(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysWhenItIsReadyAndEndsRequestsInFlightWhenToldToStop() throws Exception {
        try (var serve = serve()) {
            var ready = serve.lineWith("venice-sim ready");
            var port = Files.readString(folder.resolve("port"));
            assertThat(ready).isEqualTo("venice-sim ready http://127.0.0.1:" + port + " edition=2026-06-17");
            var key = new Http("http://127.0.0.1:" + port).with("Authorization", "Bearer k");
            assertThat(key.post("/api/v1/video/queue", Requests.WAN).status()).isEqualTo(200);
            serve.terminate();
            assertThat(serve.exitCode()).isEqualTo(143);
            assertThat(serve.output()).contains("in production this would have cost 0.55 USD");
            assertThat(serve.errors())
                    .contains("INFO  POST /api/v1/video/queue 200")
                    .doesNotContain("DEBUG");
        }
    }

    @Test
    void answersTheRequestItHadWhenSigtermCame() throws Exception {
        try (var serve = serve()) {
            serve.lineWith("venice-sim ready");
            var port = Integer.parseInt(Files.readString(folder.resolve("port")));
            try (var half = new HalfRequest(port, "/api/v1/video/quote", Requests.WAN)) {
                serve.terminate();
                serve.refusesConnectionsOrAnswers503(port);
                assertThat(half.finish()).startsWith("HTTP/1.1 200");
            }
            assertThat(serve.exitCode()).isEqualTo(143);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 99999|port cannot be \"99999\"",
                "--job-time soon|job-time cannot be \"soon\"",
                "--quirk complete=500|takes 200 or 400",
                "--quirk nonsense=1|no quirk is called",
                "--edition 2020-01-01|give 2026-06-17, 2026-08-21, 2026-10-02 or latest",
                "--balance -1|give 0 or more dollars",
                "--models /does/not/exist.json|give a readable JSON file",
                "--no-such-option|Unknown option",
                "--store redis|give memory",
            })
    void refusesABadOptionInOneLineAndExitsWithTwo(String options, String says) throws Exception {
        var arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options.split(" ")));
        try (var serve = Jar.start(Map.of(), arguments.toArray(String[]::new))) {
            assertThat(serve.exitCode()).isEqualTo(2);
            assertThat(serve.errors().strip().lines())
                    .singleElement()
                    .asString()
                    .contains(says);
        }
    }

    @Test
    void saysThatThePortIsTakenAndExitsWithOne() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var serve = Jar.start(Map.of(), "serve", "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(serve.exitCode()).isEqualTo(1);
            assertThat(serve.errors().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort(), "--port");
        }
    }

    @Test
    void readsItsOptionsFromTheEnvironmentAndIgnoresWhatKubernetesInjects() throws Exception {
        var environment = Map.of(
                "VENICE_SIM_PORT", "tcp://10.0.0.1:8080",
                "VENICE_SIM_EDITION", "2026-08-21",
                "VENICE_SIM_QUIRK", "complete=400,error-codes=on");
        try (var serve = Jar.start(environment, "serve", "--port", "0")) {
            assertThat(serve.lineWith("venice-sim ready")).endsWith("edition=2026-08-21");
        }
    }

    @Test
    void guardsTheControlApiOnAHostThatIsNotLoopback() throws Exception {
        try (var serve = serve("--host", "0.0.0.0")) {
            var token = serve.lineWith("venice-sim admin token: ").replace("venice-sim admin token: ", "");
            serve.lineWith("venice-sim ready");
            var control = new Http("http://127.0.0.1:" + Files.readString(folder.resolve("port")) + "/__sim");
            assertThat(control.get("/health").status()).isEqualTo(200);
            assertThat(control.get("/worlds").status()).isEqualTo(401);
            assertThat(control.with("Authorization", "Bearer " + token)
                            .get("/worlds")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void speaksTlsWithACertificateThatItsHealthcheckTrusts() throws Exception {
        var ca = folder.resolve("ca.pem").toString();
        var environment = Map.of("VENICE_SIM_TLS", "generated", "VENICE_SIM_TLS_CA", ca);
        var portFile = folder.resolve("port");
        try (var serve = Jar.start(environment, "serve", "--port", "0", "--port-file", portFile.toString())) {
            assertThat(serve.lineWith("venice-sim certificate authority: ")).endsWith(ca);
            var ready = serve.lineWith("venice-sim ready");
            var port = Files.readString(portFile);
            assertThat(ready).isEqualTo("venice-sim ready https://127.0.0.1:" + port + " edition=2026-06-17");
            var same = new HashMap<>(environment);
            same.put("VENICE_SIM_PORT", port);
            try (var healthy = Jar.start(same, "healthcheck")) {
                assertThat(healthy.exitCode()).as(healthy::errors).isZero();
            }
            var url = "https://127.0.0.1:" + port;
            try (var told = Jar.start(Map.of(), "logs", "--url", url, "--tls-ca", ca)) {
                assertThat(told.exitCode()).as(told::errors).isZero();
            }
            try (var stranger = Jar.start(Map.of(), "healthcheck", "--url", url)) {
                assertThat(stranger.exitCode()).isEqualTo(1);
                assertThat(stranger.errors()).contains("signed by nobody this machine trusts");
            }
        }
    }

    @Test
    void playsTheDemoAndSavesAPlayableFile() throws Exception {
        var file = folder.resolve("demo.mp4");
        try (var demo = Jar.start(Map.of(), "demo", "--out", file.toString())) {
            assertThat(demo.exitCode()).as(demo::errors).isZero();
            assertThat(demo.output()).contains("quote", "0.55 USD", "saved", "would have cost 0.55 USD");
            assertThat(Files.size(file)).isGreaterThan(100_000);
        }
    }

    @Test
    void checksHealthAndTellsItsVersion() throws Exception {
        try (var serve = serve()) {
            serve.lineWith("venice-sim ready");
            var port = Files.readString(folder.resolve("port"));
            try (var healthy = Jar.start(Map.of("VENICE_SIM_PORT", port), "healthcheck")) {
                assertThat(healthy.exitCode()).as(healthy::errors).isZero();
            }
        }
        try (var sick = Jar.start(Map.of(), "healthcheck", "--url", "http://127.0.0.1:1")) {
            assertThat(sick.exitCode()).isEqualTo(1);
        }
        try (var version = Jar.start(Map.of(), "--version")) {
            assertThat(version.exitCode()).isZero();
            assertThat(version.output()).matches("venice-sim \\d+\\.\\d+\\.\\d+.*\\R");
        }
        try (var bare = Jar.start(Map.of())) {
            assertThat(bare.exitCode()).isZero();
            assertThat(bare.output()).contains("serve", "demo", "healthcheck");
        }
    }

    /** On a free port, which a file tells. */
    private Jar serve(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "serve", "--port", "0", "--port-file", folder.resolve("port").toString()));
        arguments.addAll(List.of(more));
        return Jar.start(Map.of(), arguments.toArray(String[]::new));
    }
}
