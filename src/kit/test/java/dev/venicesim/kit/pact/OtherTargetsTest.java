package dev.venicesim.kit.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Targets that somebody else started: a simulator, and an API that is none and so has no states to set up. */
class OtherTargetsTest {

    private static final String FOLDER = "target/pacts-of-tests/target-";
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final Simulator SIMULATOR = Simulator.start(
            SimulatorConfig.builder().port(0).adminToken("open-sesame").build());
    private static HttpServer real;

    /** Answers every quote as the real API would, and knows no control API. */
    @BeforeAll
    static void startsAnApiThatIsNoSimulator() throws IOException {
        real = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        real.createContext("/api/v1/", exchange -> {
            SEEN.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var body = "{\"quote\":0.55}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        real.start();
    }

    @AfterAll
    static void stops() {
        real.stop(0);
        SIMULATOR.close();
    }

    private static String realUrl() {
        return "http://127.0.0.1:" + real.getAddress().getPort() + "/api/v1";
    }

    /** Three interactions: one without a state, one that wants a funded key, one that wants an empty balance. */
    private static void write(String folder, String path) throws IOException {
        var pact = PactText.quote("");
        for (var state : List.of("a funded key", "an empty balance")) {
            var one = PactText.interaction(PactText.quote(state)).put("description", "a quote given " + state);
            ((ObjectNode) one.path("request").path("headers"))
                    .putArray("Authorization")
                    .add("Bearer the-pacts-own");
            pact.withArray("interactions").add(one);
        }
        pact.path("interactions").forEach(one -> ((ObjectNode) one.path("request")).put("path", path));
        PactText.folder(FOLDER + folder, "quote.json", pact.toString());
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "simulator")
    static class SimulatorCase implements VenicePacts {
        @Override
        public PactTarget pactTarget() {
            return PactTarget.at(SIMULATOR.baseUrl()).withAdminToken("open-sesame");
        }
    }

    @Test
    void aSimulatorElsewhereHasItsStatesSetUpAndItsWorldsForgotten() throws IOException {
        write("simulator", "/api/v1/video/quote");
        var verified = Verified.by(SimulatorCase.class);
        assertThat(verified.failures()).isEmpty();
        assertThat(verified.succeeded()).isEqualTo(3);
        var control = new Http(SIMULATOR.origin() + "/__sim").with("Authorization", "Bearer open-sesame");
        assertThat(control.get("/worlds").text()).isEqualTo("{\"worlds\":[],\"total\":0}");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "real")
    static class RealCase implements VenicePacts {
        @Override
        public PactTarget pactTarget() {
            return PactTarget.at(realUrl()).withApiKey("my-real-key");
        }
    }

    @Test
    void theRealApiIsAskedWhatNeedsNoStateAndTheRestIsSkippedInWords() throws IOException {
        write("real", "/video/quote");
        var verified = Verified.by(RealCase.class);
        assertThat(verified.failures()).isEmpty();
        assertThat(verified.succeeded()).isEqualTo(2);
        assertThat(verified.skips())
                .singleElement()
                .asString()
                .contains("\"an empty balance\" cannot be set up at " + realUrl(), "only a simulator");
        assertThat(SEEN)
                .contains("POST /api/v1/video/quote null", "POST /api/v1/video/quote Bearer my-real-key")
                .noneMatch(request -> request.contains("the-pacts-own"));
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "costly")
    static class CostlyCase implements VenicePacts {
        @Override
        public PactTarget pactTarget() {
            return PactTarget.at(realUrl()).withApiKey("my-real-key");
        }
    }

    @Test
    void whatCostsMoneyIsNotSentToTheRealApi() throws IOException {
        write("costly", "/video/queue");
        var verified = Verified.by(CostlyCase.class);
        assertThat(verified.succeeded()).isZero();
        assertThat(verified.skips())
                .hasSize(3)
                .anySatisfy(why -> assertThat(why).contains("could cost money", "PactTarget.spending()"));
        assertThat(SEEN).noneMatch(request -> request.contains("/video/queue"));
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "spending")
    static class SpendingCase implements VenicePacts {
        @Override
        public PactTarget pactTarget() {
            return PactTarget.at(realUrl()).spending();
        }
    }

    @Test
    void whoAllowsItMaySpendAndAStateWantsAKey() throws IOException {
        write("spending", "/video/transcriptions");
        var verified = Verified.by(SpendingCase.class);
        assertThat(verified.succeeded()).isEqualTo(1);
        assertThat(verified.skips()).anySatisfy(why -> assertThat(why).contains("PactTarget.withApiKey"));
        assertThat(SEEN).contains("POST /api/v1/video/transcriptions null");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "nobody")
    static class NobodyCase implements VenicePacts {
        @Override
        public PactTarget pactTarget() {
            return PactTarget.at("http://127.0.0.1:1/api/v1");
        }
    }

    @Test
    void aTargetThatDoesNotAnswerFailsInWords() throws IOException {
        write("nobody", "/video/quote");
        assertThat(Verified.by(NobodyCase.class).failures())
                .hasSize(3)
                .allSatisfy(why -> assertThat(why).contains("the pacts' target cannot be asked", "127.0.0.1:1"));
    }
}
