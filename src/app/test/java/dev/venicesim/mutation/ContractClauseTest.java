package dev.venicesim.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.scenario.ScenarioRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clauses that can be broken: each is about a reply that there is, and changes it. */
class ContractClauseTest {

    private static final Map<String, String> BODIES = Map.of(
            "quote", "{\"quote\":0.55}",
            "queue", "{\"model\":\"m\",\"queue_id\":\"q\",\"download_url\":\"u\",\"issues\":[],\"details\":{}}",
            "retrieve", "{\"status\":\"PROCESSING\",\"average_execution_time\":1,\"execution_duration\":1}",
            "complete", "{\"success\":true}",
            "models", "{\"data\":[{}],\"object\":\"list\"}",
            "balance", "{\"balances\":{\"USD\":1}}");

    static Stream<ContractClause> all() {
        return ContractClause.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void changesAReplyThatItIsAbout(ContractClause clause) {
        var reply = reply(clause);
        assertThat(clause.isAbout(clause.on(), reply)).isTrue();
        assertThat(clause.isAbout("somewhere else", reply)).isFalse();
        var after = ReplyChange.of(clause.change(), reply);
        assertThat(after.status() != reply.status()
                        || !after.headers().equals(reply.headers())
                        || !java.util.Arrays.equals(after.body(), reply.body()))
                .isTrue();
        assertThat(clause.says()).isNotBlank();
    }

    private static PassingReply reply(ContractClause clause) {
        var video = clause.on().equals("download")
                || clause.when().path("type").asText().startsWith("video/");
        var headers = new TreeMap<String, String>();
        headers.put("content-type", video ? "video/mp4" : "application/json; charset=utf-8");
        var body = video ? "ftyp".repeat(100) : BODIES.getOrDefault(clause.on(), "{}");
        return new PassingReply(
                clause.when().path("status").asInt(200), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void changeExactlyWhatTheySay() {
        assertThat(changed("quote.one-cent-up").toString()).isEqualTo("{\"quote\":0.56}");
        assertThat(changed("quote.as-text").toString()).isEqualTo("{\"quote\":\"0.55\"}");
        assertThat(changed("models.no-data").path("models")).hasSize(1);
        assertThat(changed("retrieve.status-in-lower-case").path("status").asText())
                .isEqualTo("processing");
    }

    private static JsonNode changed(String id) {
        var clause = all().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return ReplyChange.json(ReplyChange.of(clause.change(), reply(clause)));
    }

    @Test
    void haveScenariosThatCanBeLoaded(@TempDir Path folder) throws IOException {
        var file = folder.resolve("clause.yaml");
        var scenarios = all().flatMap(clause -> clause.scenario().stream()).toList();
        assertThat(scenarios).hasSizeGreaterThan(5);
        for (var text : scenarios) {
            Files.writeString(file, text);
            assertThat(new ScenarioRepository().open(file.toString())).isNotNull();
        }
    }

    @Test
    void areNamedOnceEach() {
        assertThat(all().map(ContractClause::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+\\.[a-z0-9-]+"));
        assertThat(MutationRun.list()).hasSameSizeAs(List.copyOf(ContractClause.all()));
    }
}
