package dev.venicesim.acceptance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state there is, as the control API lists them. */
class StateListTest {

    private static final Sim SIM = Sim.start();

    @AfterAll
    static void close() {
        SIM.close();
    }

    private static List<JsonNode> states() {
        var list = SIM.control().get("/pact/states").json().path("states");
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static Stream<String> wordings(JsonNode state) {
        return StreamSupport.stream(state.path("wordings").spliterator(), false).map(JsonNode::asText);
    }

    @TestFactory
    Stream<DynamicTest> eachCanBeSetUpInEachOfItsWordings() {
        return states().stream()
                .flatMap(state -> wordings(state).map(wording -> filled(wording, state.path("params"))))
                .map(name -> DynamicTest.dynamicTest(name, () -> setUp(name)));
    }

    private static void setUp(String name) {
        var set = SIM.control().post("/pact/states?standIn=false", "{\"state\":\"" + name + "\"}");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        var world = set.json().path("world").asText();
        assertThat(SIM.control().delete("/worlds/" + world).status()).isEqualTo(204);
    }

    private static String filled(String wording, JsonNode parameters) {
        var name = wording;
        for (var parameter : parameters.properties()) {
            var value = parameter.getValue().asText();
            name = name.replace("{" + parameter.getKey() + "}", value.isEmpty() ? "an-id" : value);
        }
        return name;
    }

    @Test
    void theDocumentsListTheSame() throws IOException {
        var written = Files.readAllLines(Path.of("docs/pact.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(written)
                .containsExactlyElementsOf(
                        states().stream().map(StateListTest::row).toList());
    }

    private static String row(JsonNode state) {
        var wordings = String.join(
                "<br>", wordings(state).map(wording -> "`" + wording + "`").toList());
        var parameters = state.path("params").properties().stream()
                .map(entry -> "`" + entry.getKey() + "`"
                        + (entry.getValue().asText().isEmpty()
                                ? ""
                                : " " + entry.getValue().asText()))
                .toList();
        return "| " + wordings + " | " + String.join("<br>", parameters) + " | "
                + state.path("says").asText() + " |";
    }
}
