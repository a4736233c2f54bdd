package dev.venicesim.acceptance.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings that would hurt the simulator, whoever made them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileStubsTest {

    @AutoClose
    private final Sim sim = Sim.start();

    /** A server that nobody may call: it counts who does. */
    private static final class Outside implements AutoCloseable {
        private final ServerSocket socket;
        private final AtomicInteger calls = new AtomicInteger();

        Outside() {
            try {
                socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var thread = new Thread(this::count);
            thread.setDaemon(true);
            thread.start();
        }

        private void count() {
            try {
                while (true) {
                    socket.accept().close();
                    calls.incrementAndGet();
                }
            } catch (IOException e) {
                // closed
            }
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Http.Answer added(String mapping) {
        return sim.control().post("/stubs/__admin/mappings", mapping);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_147_483_647, 1000, 99})
    void aStatusThatHttpHasNotBreaksTheStubAlone(int status) {
        try (var own = Sim.start()) {
            own.control().post("/stubs/__admin/mappings", "{\"response\":{\"status\":" + status + "}}");
            var answer = own.api("some-key").post("/video/quote", Requests.WAN);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).isEqualTo("the stub broke: status " + status + " is none of HTTP\n");
        }
    }

    @Test
    void aNumberThatNobodyCanHoldHidesNoRequest() {
        try (var own = Sim.start()) {
            own.control()
                    .post(
                            "/stubs/__admin/mappings",
                            "{\"request\":{\"urlPath\":\"/elsewhere\",\"bodyPatterns\":[{\"equalToJson\":{\"a\":1}}]},\"response\":{\"status\":200}}");
            var world = own.world("");
            own.api(world.apiKey()).post("/video/queue", Requests.WAN.replace("\"5s\"", "1e99999999999"));
            var shown = own.control().get("/worlds/" + world.id() + "/requests/1");
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.text()).contains("1e99999999999");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"%s/a\"}",
                "{\"$schema\":\"%s/a\"}",
                "{\"$id\":\"%s/a\",\"$ref\":\"b\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"%s/a#/b\"}}}"
            })
    void opensNoAddressOfASchema(String schema) throws IOException {
        try (var outside = new Outside()) {
            var text = schema.formatted(outside.url());
            var where = "/schema-" + text.hashCode();
            for (var given : new String[] {text, quoted(text)}) {
                var answer =
                        added("{\"request\":{\"urlPath\":\"" + where + "\",\"bodyPatterns\":[{\"matchesJsonSchema\":"
                                + given + "}]},\"response\":{\"status\":200}}");
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.text()).contains("may not refer to");
            }
            assertThat(sim.root().post(where, "{\"a\":1}").status()).isEqualTo(404);
            assertThat(outside.calls).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"equalToXml\":\"<a/>\"}",
                "{\"matchesXPath\":\"//a\"}",
                "{\"matchesXPath\":{\"expression\":\"//a/text()\",\"contains\":\"root\"}}"
            })
    void opensNoEntityOfABody(String pattern) throws IOException {
        try (var outside = new Outside()) {
            var path = "/xml-" + pattern.hashCode();
            assertThat(added("{\"request\":{\"urlPath\":\"" + path + "\",\"bodyPatterns\":[" + pattern
                                    + "]},\"response\":{\"body\":\"{{xPath request.body '//a/text()'}}\","
                                    + "\"transformers\":[\"response-template\"]}}")
                            .status())
                    .isEqualTo(201);
            var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><a>&x;</a>";
            sim.root().post(path, entity.formatted(outside.url() + "/x"));
            var file = sim.root().post(path, entity.formatted("file:///etc/passwd"));
            sim.root().post(path, "<!DOCTYPE a SYSTEM \"" + outside.url() + "/dtd\"><a/>");
            assertThat(file.text()).doesNotContain("root:");
            assertThat(outside.calls).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"response\":{\"proxyBaseUrl\":\"%s\"}",
                "\"response\":{\"status\":200},\"postServeActions\":[{\"name\":\"webhook\",\"parameters\":{\"method\":\"GET\",\"url\":\"%s/hook\"}}]",
                "\"response\":{\"status\":200},\"serveEventListeners\":[{\"name\":\"webhook\",\"parameters\":{\"method\":\"GET\",\"url\":\"%s/hook\"}}]"
            })
    void callsNobodyInAnswerToARequest(String response) throws IOException {
        try (var outside = new Outside()) {
            var path = "/out-" + response.hashCode();
            added("{\"request\":{\"urlPath\":\"" + path + "\"}," + response.formatted(outside.url()) + "}");
            sim.root().get(path);
            sim.root().get(path);
            assertThat(outside.calls).hasValue(0);
        }
    }

    @Test
    void keepsOthersWorkingBesideAPatternThatBacktracks() {
        added(
                "{\"request\":{\"urlPath\":\"/slow\",\"bodyPatterns\":[{\"matches\":\"^(.*?,){11}P\"}]},\"response\":{\"status\":200}}");
        added("{\"request\":{\"urlPattern\":\"/(a|a|aa)+b\"},\"response\":{\"status\":200}}");
        var slow = CompletableFuture.supplyAsync(() -> sim.root().post("/slow", "1,".repeat(26)));
        var world = sim.frozenWorld();
        for (var i = 0; i < 20; i++) {
            assertThat(sim.control().get("/health").status()).isEqualTo(200);
            assertThat(world.api().post("/video/quote", Requests.WAN).status()).isEqualTo(200);
        }
        assertThat(slow.join().status()).isIn(404, 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":1000}",
                "{\"status\":0}",
                "{\"status\":-1}",
                "{\"status\":200,\"headers\":{\"A B\":\"x\"}}",
                "{\"status\":200,\"headers\":{\"A\":\"x\\r\\nB: y\"}}",
                "{\"status\":200,\"headers\":{\"\":\"x\"}}",
                "{\"status\":200,\"fixedDelayMilliseconds\":-5}",
                "{\"status\":200,\"body\":\"{{#each (range 0 2000000000)}}x{{/each}}\",\"transformers\":[\"response-template\"]}",
                "{\"status\":200,\"body\":\"{{#each (range 0 9999)}}{{#each (range 0 9999)}}x{{/each}}{{/each}}\",\"transformers\":[\"response-template\"]}",
                "{\"status\":200,\"body\":\"{{randomValue length=2000000000}}\",\"transformers\":[\"response-template\"]}",
                "{\"status\":200,\"body\":\"{{rjust 'a' size=2000000000}}\",\"transformers\":[\"response-template\"]}",
                "{\"status\":200,\"body\":\"{{#broken\",\"transformers\":[\"response-template\"]}",
                "{\"status\":200,\"body\":\"{{systemValue key='HOME'}}\",\"transformers\":[\"response-template\"]}"
            })
    void endsEveryExchange(String response) {
        var path = "/odd-" + response.hashCode();
        assertThat(added("{\"request\":{\"urlPath\":\"" + path + "\"},\"response\":" + response + "}")
                        .status())
                .isIn(201, 422, 400);
        var answer = sim.root().get(path);
        assertThat(answer.text()).doesNotContain("\tat ", "/root", "/home").hasSizeLessThan(10_000);
    }

    @Test
    void runsNoScriptOfAPageOnItsOwnOrigin() {
        added(
                "{\"request\":{\"urlPath\":\"/evil\"},\"response\":{\"headers\":{\"Content-Type\":\"text/html\"},\"body\":\"<script>1</script>\"}}");
        added("{\"request\":{\"urlPath\":\"/untyped\"},\"response\":{\"body\":\"<script>1</script>\"}}");
        added(
                "{\"request\":{\"urlPath\":\"/own\"},\"response\":{\"headers\":{\"Content-Type\":\"image/svg+xml\",\"content-security-policy\":\"default-src 'self'\"},\"body\":\"<svg/>\"}}");
        added(
                "{\"request\":{\"urlPath\":\"/plain\"},\"response\":{\"jsonBody\":{},\"headers\":{\"Content-Type\":\"application/json\"}}}");

        assertThat(sim.root().get("/evil").header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(sim.root().get("/evil").header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(sim.root().get("/untyped").header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(sim.root().get("/own").header("Content-Security-Policy")).isEqualTo("default-src 'self', sandbox");
        assertThat(sim.root().get("/plain").header("Content-Security-Policy")).isEmpty();
    }
}
