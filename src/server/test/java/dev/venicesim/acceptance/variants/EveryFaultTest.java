package dev.venicesim.acceptance.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.HandAlarm;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.fault.Fault;
import dev.venicesim.fault.FaultJson;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault there is: read by its label, taken by scenario files, and felt by a client. */
class EveryFaultTest {

    /** The time some hundred bytes take at the pace of the example below, at the least. */
    private static final Duration TRICKLED = Duration.ofMillis(300);

    private static final String STATUS_OK = "HTTP/1.1 200";

    /** A fault as scenario files write it, and what tells a client that it struck. */
    private record Example(String label, String json, Predicate<Felt> felt) {

        Fault fault() {
            try {
                return FaultJson.read(label, Json.read(json.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return label + ": " + json;
        }
    }

    /** What came over the wire, and how long it took. */
    private record Felt(String text, Duration took) {

        boolean isWhole() {
            return text.endsWith("}");
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example(
                        "throttle",
                        "{\"bytesPerSecond\":200}",
                        felt -> felt.took().compareTo(TRICKLED) > 0),
                new Example("respond", "{\"status\":503}", felt -> felt.text().startsWith("HTTP/1.1 503")),
                new Example("reset", "{}", felt -> felt.text().isEmpty()),
                new Example(
                        "reset", "{\"afterBytes\":10}", felt -> felt.text().startsWith(STATUS_OK) && !felt.isWhole()),
                new Example("truncate", "{}", felt -> felt.text().startsWith(STATUS_OK) && !felt.isWhole()),
                new Example("garbage", "{\"bytes\":9}", felt -> felt.text().startsWith(STATUS_OK) && !felt.isWhole()),
                new Example("contentType", "\"text/html\"", felt -> felt.text().contains("text/html")));
    }

    /** Those that keep a client waiting, which {@link #keepsTheClientWaiting} feels. */
    static Stream<Example> waits() {
        return Stream.of(
                new Example("delay", "\"3s\"", felt -> false),
                new Example("hang", "{}", felt -> felt.text().isEmpty()));
    }

    @Test
    void hasAnExampleHereAndALabelThatFaultJsonReads() {
        Set<Class<?>> read = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        Stream.concat(examples(), waits()).forEach(example -> {
            read.add(example.fault().getClass());
            labels.add(example.label());
        });
        assertThat(read)
                .as("faults that FaultJson reads of the examples of EveryFaultTest")
                .containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
        assertThat(labels).as("labels with an example").containsExactlyInAnyOrderElementsOf(FaultJson.LABELS);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTakenByScenarioFilesAndFeltByTheClient(Example example) throws IOException {
        try (var sim = Sim.start()) {
            var felt = ask(sim, struck(sim, example));
            assertThat(example.felt().test(felt)).as("%s", felt).isTrue();
            var unharmed = ask(sim, sim.frozenWorld());
            assertThat(unharmed.text()).startsWith(STATUS_OK).contains("application/json");
            assertThat(unharmed.isWhole()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void keepsTheClientWaiting(Example example) throws Exception {
        var alarm = new HandAlarm();
        try (var sim = Sim.start(config -> config.time(alarm))) {
            var world = struck(sim, example);
            try (var socket = send(sim, world)) {
                if (example.fault() instanceof Fault.Delay) {
                    var wait = alarm.next();
                    assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(3));
                    wait.end();
                    assertThat(read(socket)).startsWith(STATUS_OK);
                } else {
                    world.control().get("/requests?wait=5m&count=1");
                    world.control().post("/reset", "");
                    assertThat(read(socket)).isEmpty();
                }
            }
        }
    }

    private static Sim.World struck(Sim sim, Example example) {
        var world = sim.frozenWorld();
        var set = world.control().put("/scenario", "faults: [{ on: queue, " + example + " }]");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return world;
    }

    private static Felt ask(Sim sim, Sim.World world) throws IOException {
        var started = System.nanoTime();
        try (var socket = send(sim, world)) {
            var text = read(socket);
            return new Felt(text, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static Socket send(Sim sim, Sim.World world) throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), sim.simulator().port());
        socket.setSoTimeout(150_000);
        var request = String.join(
                "\r\n",
                List.of(
                        "POST /api/v1/video/queue HTTP/1.1",
                        "Host: localhost",
                        "Connection: close",
                        "Authorization: Bearer " + world.apiKey(),
                        "Content-Type: application/json",
                        "Content-Length: " + Requests.WAN.length(),
                        "",
                        Requests.WAN));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String read(Socket socket) {
        var text = new StringBuilder();
        try {
            for (var c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                text.append((char) c);
            }
        } catch (IOException e) {
            // a reset is one of the things to feel
            return text.toString();
        }
        return text.toString();
    }
}
