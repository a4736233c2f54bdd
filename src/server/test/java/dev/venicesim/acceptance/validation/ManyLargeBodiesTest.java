package dev.venicesim.acceptance.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.SimulatorServer;
import dev.venicesim.media.probe.fixtures.Fixtures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty bodies of the largest size at once, sent to a simulator that has 512 MB. */
class ManyLargeBodiesTest {

    private static final int LARGEST = 35 * 1024 * 1024;

    /** A simulator in a JVM of its own; it says its origin, and lives until its input ends. */
    static final class Server {
        private Server() {}

        public static void main(String[] args) throws IOException {
            try (var simulator = SimulatorServer.start(SimulatorConfig.builder()
                    .port(0)
                    .limits(false)
                    .bodyTime(Duration.ofHours(1))
                    .build())) {
                System.out.println("origin " + simulator.origin());
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areAllAnswered(boolean chunked) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-Xmx512m", "-cp", System.getProperty("java.class.path"), Server.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            var origin = origin(out);
            var drained = new Thread(() -> out.lines().forEach(line -> {}));
            drained.setDaemon(true);
            drained.start();
            assertThat(statuses(origin, body(), chunked)).hasSize(20).containsOnly(200);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String origin(BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("origin ")) {
                return line.substring(7);
            }
        }
        throw new AssertionError("the simulator did not start");
    }

    private static byte[] body() {
        var head =
                "{\"model\":\"wan-2.6-image-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"resolution\":\"720p\",\"image_url\":\"data:image/bmp;base64,";
        var picture = Base64.getEncoder().encode(Fixtures.bmp(3000, 3050));
        var body = new byte[LARGEST];
        Arrays.fill(body, (byte) ' ');
        System.arraycopy(head.getBytes(UTF_8), 0, body, 0, head.length());
        System.arraycopy(picture, 0, body, head.length(), picture.length);
        System.arraycopy("\"}".getBytes(UTF_8), 0, body, head.length() + picture.length, 2);
        return body;
    }

    private static List<Integer> statuses(String origin, byte[] body, boolean chunked) throws Exception {
        var clients = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> client = () -> status(origin, body, chunked);
            var answers = clients.invokeAll(Collections.nCopies(20, client));
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            clients.shutdownNow();
        }
    }

    private static int status(String origin, byte[] body, boolean chunked) throws IOException {
        try (var raw = RawHttp.to(origin)) {
            var json = "Content-Type: application/json";
            if (chunked) {
                raw.head("sk-many", json, "Transfer-Encoding: chunked")
                        .chunk(body)
                        .write("0\r\n\r\n");
            } else {
                raw.head("sk-many", json, "Content-Length: " + body.length).write(body, 1);
            }
            return raw.read().status();
        }
    }
}
