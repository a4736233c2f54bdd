package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runnable jar as a user starts it. */
class RunnableJarIT {

    @TempDir
    private Path folder;

    @Test
    void saysWhenItIsReadyAndEndsRequestsInFlightWhenToldToStop() throws Exception {
        try (var serve = Jar.start(
                Map.of(),
                "serve",
                "--port",
                "0",
                "--port-file",
                folder.resolve("port").toString())) {
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
        try (var serve = Jar.start(
                Map.of(),
                "serve",
                "--port",
                "0",
                "--port-file",
                folder.resolve("port").toString())) {
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
                "--edition 2020-01-01|give 2026-06-17 or 2026-08-21",
                "--balance -1|give 0 or more dollars",
                "--models /does/not/exist.json|give a readable JSON file",
                "--no-such-option|Unknown option",
                "--store redis|give memory",
            })
    void refusesABadOptionInOneLineAndExitsWithTwo(String options, String says) throws Exception {
        var arguments = new java.util.ArrayList<>(List.of("serve"));
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
        try (var serve = Jar.start(
                Map.of(),
                "serve",
                "--host",
                "0.0.0.0",
                "--port",
                "0",
                "--port-file",
                folder.resolve("p").toString())) {
            var token = serve.lineWith("venice-sim admin token: ").replace("venice-sim admin token: ", "");
            serve.lineWith("venice-sim ready");
            var control = new Http("http://127.0.0.1:" + Files.readString(folder.resolve("p")) + "/__sim");
            assertThat(control.get("/health").status()).isEqualTo(200);
            assertThat(control.get("/worlds").status()).isEqualTo(401);
            assertThat(control.with("Authorization", "Bearer " + token)
                            .get("/worlds")
                            .status())
                    .isEqualTo(200);
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
        try (var serve = Jar.start(
                Map.of(),
                "serve",
                "--port",
                "0",
                "--port-file",
                folder.resolve("h").toString())) {
            serve.lineWith("venice-sim ready");
            var port = Files.readString(folder.resolve("h"));
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

    /** A request whose last byte is held back. */
    private static final class HalfRequest implements AutoCloseable {
        private final java.net.Socket socket;
        private final byte[] body;

        HalfRequest(int port, String path, String json) throws IOException {
            socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port);
            body = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var head = "POST " + path
                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            // the interim answer shows that the server has the request
            var interim = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(interim, java.nio.charset.StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 100");
            socket.getOutputStream().write(body, 0, body.length - 1);
        }

        String finish() throws IOException {
            socket.getOutputStream().write(body, body.length - 1, 1);
            return new String(socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** The jar as a process. */
    private static final class Jar implements AutoCloseable {
        private final Process process;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private final CompletableFuture<Void> outRead;
        private final CompletableFuture<Void> errRead;

        private Jar(Process process) {
            this.process = process;
            outRead = CompletableFuture.runAsync(() -> copy(process.inputReader(), out));
            errRead = CompletableFuture.runAsync(() -> copy(process.errorReader(), err));
        }

        static Jar start(Map<String, String> environment, String... arguments) throws IOException {
            var command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    System.getProperty("venice-sim.jar")));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("VENICE_SIM_"));
            builder.environment().putAll(environment);
            return new Jar(builder.start());
        }

        private static void copy(java.io.BufferedReader from, StringBuilder to) {
            from.lines().forEach(line -> {
                synchronized (to) {
                    to.append(line).append('\n');
                    to.notifyAll();
                }
            });
        }

        String lineWith(String text) throws InterruptedException {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            synchronized (out) {
                while (true) {
                    var line = out.toString()
                            .lines()
                            .filter(each -> each.contains(text))
                            .findFirst();
                    if (line.isPresent()) {
                        return line.get();
                    }
                    var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0 || !process.isAlive()) {
                        throw new AssertionError("no line with " + text + " in " + out + text(err));
                    }
                    out.wait(Math.min(left, 200));
                }
            }
        }

        void terminate() {
            // of the handle, since destroying the process itself closes its streams
            process.toHandle().destroy();
        }

        void refusesConnectionsOrAnswers503(int port) {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (System.nanoTime() < deadline) {
                try {
                    if (new Http("http://127.0.0.1:" + port)
                                    .get("/__sim/health")
                                    .status()
                            == 503) {
                        return;
                    }
                } catch (java.io.UncheckedIOException e) {
                    return;
                }
            }
            throw new AssertionError("new requests are still taken");
        }

        int exitCode() throws InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + text(out) + text(err));
            }
            outRead.join();
            errRead.join();
            return process.exitValue();
        }

        String output() {
            return text(out);
        }

        String errors() {
            return text(err);
        }

        private static String text(StringBuilder lines) {
            synchronized (lines) {
                return lines.toString();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
