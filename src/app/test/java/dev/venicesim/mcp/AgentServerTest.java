package dev.venicesim.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an agent says to the server, line by line, and is told. */
@Timeout(60)
class AgentServerTest {

    private final Sim sim = Sim.start();
    private final PipedOutputStream says = new PipedOutputStream();
    private AgentServer server;
    private BufferedReader told;
    private int ids;

    @BeforeEach
    void begin() throws IOException {
        var out = new PipedOutputStream();
        told = new BufferedReader(new InputStreamReader(new PipedInputStream(out, 1 << 20), StandardCharsets.UTF_8));
        server = AgentServer.start(this::control, "1.2.3", new PipedInputStream(says, 1 << 16), out);
        var hello = ask(
                "initialize",
                Json.read(
                        "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(hello.at("/serverInfo/name").asText()).isEqualTo("venice-sim");
        assertThat(hello.at("/serverInfo/version").asText()).isEqualTo("1.2.3");
        say(Json.object().put("jsonrpc", "2.0").put("method", "notifications/initialized"));
    }

    @AfterEach
    void end() throws IOException {
        says.close();
        server.close();
        sim.close();
    }

    private ControlConnection.Reply control(String method, String path, String type, String body) {
        var http = new Http(sim.simulator().origin() + "/__sim");
        var answer = (type.isEmpty() ? http : http.with("Content-Type", type))
                .send(method, path, body.getBytes(StandardCharsets.UTF_8));
        return new ControlConnection.Reply(answer.status(), answer.text());
    }

    private void say(ObjectNode message) throws IOException {
        says.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        says.flush();
    }

    private JsonNode ask(String method, JsonNode parameters) throws IOException {
        var message = Json.object().put("jsonrpc", "2.0").put("id", ++ids).put("method", method);
        message.set("params", parameters);
        say(message);
        var reply = Json.read(told.readLine().getBytes(StandardCharsets.UTF_8));
        assertThat(reply.path("id").asInt()).isEqualTo(ids);
        return reply.path("result");
    }

    private JsonNode call(String tool, String arguments) throws IOException {
        var parameters = Json.object().put("name", tool);
        parameters.set("arguments", Json.read(arguments.getBytes(StandardCharsets.UTF_8)));
        return ask("tools/call", parameters);
    }

    private String done(String tool, String arguments) throws IOException {
        var result = call(tool, arguments);
        assertThat(result.path("isError").asBoolean()).as("%s", result).isFalse();
        return result.at("/content/0/text").asText();
    }

    @Test
    void listsAToolForEachRowWithItsSchema() throws IOException {
        var tools = ask("tools/list", Json.object()).path("tools");
        assertThat(tools)
                .extracting(tool -> tool.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        AgentServer.tools().stream().map(AgentTool::name).toList())
                .contains("declare_world", "advance", "why", "findings", "costs", "set_scenario");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.path("description").asText()).isNotBlank();
            assertThat(tool.at("/inputSchema/type").asText()).isEqualTo("object");
        });
    }

    @Test
    void anAgentDeclaresAdvancesAndAsksWhatHappened() throws IOException {
        assertThat(done("declare_world", "{\"apiKey\":\"agents\",\"balanceUsd\":5,\"jobTime\":\"40s\"}"))
                .contains("\"agents\"");
        assertThat(done("set_scenario", "{\"world\":\"agents\",\"scenario\":\"jobs: [{ outcome: failed }]\"}"))
                .contains("scenario");
        var queued = sim.api("agents").post("/video/queue", Requests.WAN);
        assertThat(done("advance", "{\"world\":\"agents\",\"advance\":\"41s\"}"))
                .contains("\"now\"");
        assertThat(sim.api("agents")
                        .post("/video/retrieve", Requests.ticket(queued))
                        .status())
                .isEqualTo(500);
        assertThat(done("jobs", "{\"world\":\"agents\"}")).contains("\"FAILED\"");
        assertThat(done("requests", "{\"world\":\"agents\",\"limit\":1}"))
                .contains("\"retrieve\"")
                .doesNotContain("\"queue\"");
        assertThat(done("why", "{\"ray\":\"" + queued.header("CF-RAY") + "\"}")).contains("quoted and charged");
        assertThat(done("costs", "{}")).contains("\"usd\"");
        assertThat(done("findings", "{\"world\":\"agents\"}")).contains("findings");
        assertThat(done("list_worlds", "{\"limit\":5}")).contains("\"total\"");
        assertThat(done("coverage", "{}")).contains("queue 200");
    }

    @Test
    void whatIsWrongIsToldInWords() throws IOException {
        assertThat(call("advance", "{\"advance\":\"1s\"}").toString())
                .contains("the argument world is missing", "\"isError\":true");
        assertThat(call("findings", "{\"world\":\"nobody\"}").toString())
                .contains("\"isError\":true", "no world has this id");
        assertThat(call("set_scenario", "{\"world\":\"agents\",\"scenario\":\"jobz: []\"}")
                        .toString())
                .contains("\"isError\":true");
        assertThat(call("declare_world", "{\"apiKey\":\"../x\",\"balance\":1}").toString())
                .contains("\"isError\":true", "balance");
    }
}
