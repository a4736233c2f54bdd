package dev.venicesim.acceptance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What public reports say of the API in October, and variants of it. */
class ReportedCasesTest {

    private static final String OCTOBER = "2026-10-02";

    @TestFactory
    Stream<DynamicTest> come() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var reported : cases()) {
            for (var edition : editions(reported)) {
                tests.add(DynamicTest.dynamicTest(
                        reported.path("name").textValue() + ", " + edition, () -> holds(reported, edition)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    private static List<ApiEdition> editions(JsonNode reported) {
        if (!reported.has("editions")) {
            return List.of(ApiEdition.of(OCTOBER));
        }
        var model = reported.path("body").path("model").textValue();
        return ApiEdition.all().stream()
                .filter(edition -> Catalog.of(edition).named(model).isPresent())
                .toList();
    }

    private static void holds(JsonNode reported, ApiEdition edition) {
        try (var sim = Sim.start(config -> config.edition(edition.id()).jobTime("polls:0"))) {
            var client = sim.api("a-key");
            var api = reported.path("key").asBoolean(true) ? client : sim.api();
            var answer = reported.path("method").textValue().equals("GET")
                    ? api.get(reported.path("path").textValue())
                    : api.post(
                            reported.path("path").textValue(),
                            reported.path("body").toString());
            assertThat(answer.status())
                    .as(answer.toString())
                    .isEqualTo(reported.path("status").intValue());
            reported.path("says").forEach(says -> assertThat(answer.text()).contains(inJson(says)));
            reported.path("headers")
                    .properties()
                    .forEach(header -> assertThat(answer.header(header.getKey()))
                            .isEqualTo(header.getValue().textValue()));
            if (reported.has("issue")) {
                assertThat(answer.json().path("issues"))
                        .anyMatch(issue -> issue.path("path")
                                .path(0)
                                .equals(reported.path("issue").path(0)));
            }
            if (reported.has("retrieve")) {
                ends(client, answer.json(), reported.path("retrieve"));
            }
        }
    }

    private static void ends(Http client, JsonNode job, JsonNode expected) {
        var ids = Json.object();
        ids.set("model", job.path("model"));
        ids.set("queue_id", job.path("queue_id"));
        for (var poll = 0; poll < 2; poll++) {
            var answer = client.post("/video/retrieve", ids.toString());
            assertThat(answer.status())
                    .as(answer.toString())
                    .isEqualTo(expected.path("status").intValue());
            expected.path("says").forEach(says -> assertThat(answer.text()).contains(inJson(says)));
        }
        var balance = client.get("/billing/balance").json().at("/balances/usd").decimalValue();
        if (expected.path("kept").booleanValue()) {
            assertThat(balance).isLessThan(new java.math.BigDecimal("100"));
        }
    }

    private static String inJson(JsonNode text) {
        var quoted = text.toString();
        return text.textValue().startsWith("\"") ? text.textValue() : quoted.substring(1, quoted.length() - 1);
    }

    private static JsonNode cases() throws IOException {
        try (var in = ReportedCasesTest.class.getResourceAsStream("/reported-cases.json")) {
            return Json.trusted(in.readAllBytes()).path("cases");
        }
    }
}
