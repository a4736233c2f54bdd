package dev.venicesim.acceptance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The shipped pact, played as the plainest verifier would: one call for each state, never a teardown, the key of the
 * pact as it stands. Judged by status and media type; Pact's own matching is {@code ShippedPactsTest}'s.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ForeignVerifierTest {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(\\w+)}");
    private static final Sim SIM = Sim.start();

    @AfterAll
    static void close() {
        SIM.close();
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> everyInteractionHolds() throws IOException {
        var pact = Json.read(Files.readAllBytes(Path.of("pacts/video-client.v4.json")));
        var tests = new ArrayList<DynamicTest>();
        pact.path("interactions")
                .forEach(interaction -> tests.add(
                        DynamicTest.dynamicTest(interaction.path("description").asText(), () -> play(interaction))));
        return tests.stream();
    }

    private static void play(JsonNode interaction) {
        var values = Json.object();
        interaction.path("providerStates").forEach(state -> values.setAll(setUp(state)));
        var expected = interaction.path("response");
        var answer = send(interaction.path("request"), values);
        assertThat(answer.status())
                .as("%s", answer)
                .isEqualTo(expected.path("status").asInt());
        var type = expected.path("headers").path("Content-Type").path(0).asText("");
        assertThat(answer.header("Content-Type")).startsWith(type);
    }

    private static ObjectNode setUp(JsonNode state) {
        var change = Json.object().put("state", state.path("name").asText());
        if (state.has("params")) {
            change.set("params", state.get("params"));
        }
        var set = SIM.control().post("/pact/states", change.toString());
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return (ObjectNode) set.json();
    }

    private static Http.Answer send(JsonNode request, JsonNode values) {
        var http = SIM.root();
        for (var header : request.path("headers").properties()) {
            var generator = request.path("generators").path("header").path(header.getKey());
            var value = generator.isMissingNode() || header.getKey().equals("Authorization")
                    ? header.getValue().path(0).asText()
                    : generated(generator, values);
            http = http.with(header.getKey(), value);
        }
        var generator = request.path("generators").path("path");
        var path = generator.isMissingNode() ? request.path("path").asText() : generated(generator, values);
        return http.send(request.path("method").asText(), path + query(request), body(request));
    }

    private static String generated(JsonNode generator, JsonNode values) {
        return EXPRESSION
                .matcher(generator.path("expression").asText())
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.required(found.group(1)).asText()));
    }

    private static String query(JsonNode request) {
        var pairs = new ArrayList<String>();
        request.path("query")
                .properties()
                .forEach(entry -> pairs.add(entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().path(0).asText(), StandardCharsets.UTF_8)));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static byte[] body(JsonNode request) {
        var content = request.path("body").path("content");
        var text = content.isMissingNode() ? "" : content.isTextual() ? content.asText() : content.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
