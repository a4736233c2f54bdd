package dev.venicesim.kit.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.json.Json;
import dev.venicesim.kit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Pacts that the simulator writes of what a client asked: Pact's own verifier finds them kept. */
class WrittenPactTest {

    private static final String FOLDER = "target/pacts-of-tests/written";
    private static final String MAIL = "ada.lovelace@venice.example";

    private static final Simulator SIMULATOR = Simulator.start(
            SimulatorConfig.builder().port(0).jobTime("polls:1").limits(false).build());

    @AfterAll
    static void stops() {
        SIMULATOR.close();
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER)
    static class WrittenCase implements VenicePacts {}

    private static final String FACE = """
            {"model":"seedance-2-0-image-to-video","prompt":"she turns to us","duration":"5s",
             "resolution":"720p","image_url":"https://media.example/her-face-1024x1024.png"%s}""";

    @Test
    void whatAClientMetIsAPactThatTheSimulatorKeeps() throws IOException {
        var key = "my-client-of-pacts";
        var client = new TestClient(SIMULATOR.baseUrl(), key);
        client.post("/video/quote", Requests.WAN);
        var job = client.queue("a gondola for " + MAIL);
        client.retrieve(job);
        client.file(job);
        client.post("/video/complete", job);
        client.retrieve(job);
        client.retrieve(job.replaceFirst("\"queue_id\":\"[^\"]+", "\"queue_id\":\"nobody-queued-this"));
        client.post("/video/queue", "{\"model\":\"wan-2.6-text-to-video\"}");
        client.post("/video/queue", FACE.formatted(""));
        var refused = client.queue("a storm [sim:refused]");
        client.retrieve(refused);
        client.retrieve(refused);
        var failed = client.queue("a storm [sim:fail]");
        client.retrieve(failed);
        client.retrieve(failed);
        var http = new Http(SIMULATOR.baseUrl()).with("Authorization", "Bearer " + key);
        http.get("/billing/balance");
        var link = http.post("/video/queue", Requests.PRIVATE_GROK)
                .json()
                .path("download_url")
                .asText();
        new Http(link).get("");
        var pact = control().get("/worlds/" + key + "/pact?consumer=our-client");
        assertThat(pact.status()).isEqualTo(200);
        assertThat(pact.text()).contains("***@***").doesNotContain(MAIL, key, link.substring(link.lastIndexOf('/')));
        PactText.folder(FOLDER, "our-client.json", pact.text());
        assertThat(descriptions(pact.json()))
                .contains(
                        "POST /video/retrieve of wan-2.6-text-to-video is answered with 200 and PROCESSING",
                        "POST /video/retrieve of wan-2.6-text-to-video is answered with 200 and a video");
        var verified = Verified.by(WrittenCase.class);
        assertThat(verified.failures()).isEmpty();
        assertThat(verified.succeeded())
                .isEqualTo(pact.json().path("interactions").size())
                .isGreaterThan(12);
    }

    private static List<String> descriptions(JsonNode pact) {
        return StreamSupport.stream(pact.path("interactions").spliterator(), false)
                .map(one -> one.path("description").asText())
                .toList();
    }

    private static Http control() {
        return new Http(SIMULATOR.origin() + "/__sim");
    }

    @Test
    void whatNobodyCanSetUpAgainIsLeftOutAndCounted() throws IOException {
        var key = "a-key-with-faults";
        var control = control();
        control.post("/worlds", """
                {"apiKey":"%s","scenario":{"faults":[{"on":"quote","nth":1,"respond":{"status":500}}]}}""".formatted(key));
        var client = new TestClient(SIMULATOR.baseUrl(), key);
        client.post("/video/quote", Requests.WAN);
        client.post("/video/quote", "no JSON");
        var pact = Json.read(control.get("/worlds/" + key + "/pact").bytes());
        assertThat(pact.at("/consumer/name").asText()).isEqualTo("client");
        assertThat(pact.path("interactions")).isEmpty();
        assertThat(pact.at("/metadata/venice-sim/leftOut").toString())
                .contains("answered by a fault, not by the API", "its body holds media, is no JSON");
        assertThat(control.get("/worlds/" + key + "/pact?consumer=").status()).isEqualTo(400);
    }
}
