package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What generators make clients of: the document describes every call in words, and every reply as it is. */
class OpenApiDocumentTest {

    private static final Sim SIM = Sim.start();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static JsonNode document;
    private static String queueId;

    @BeforeAll
    static void aWorldInWhichThingsHappened() {
        document = SIM.control().get("/openapi.json").json();
        SIM.control().put("/worlds/documented", "{\"jobTime\":\"40s\",\"quirks\":{\"complete\":\"400\"}}");
        var queued = SIM.api("documented").post("/video/queue", Requests.WAN);
        queueId = queued.json().path("queue_id").asText();
        SIM.api("documented").post("/video/queue", "{}");
        SIM.api("documented").get("/video/queue");
        SIM.api("documented").post("/video/queue", Requests.WAN);
    }

    @AfterAll
    static void close() {
        SIM.close();
    }

    private record Call(String path, String method, JsonNode operation) {}

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        calls.add(new Call(path.getKey(), member.getKey(), member.getValue()));
                    }
                }));
        return calls;
    }

    @Test
    void everyCallHasAUniqueNameATagAndASummary() {
        var tags = new HashSet<>(document.path("tags").findValuesAsText("name"));
        assertThat(calls()).hasSizeGreaterThan(40).allSatisfy(call -> {
            assertThat(call.operation().path("operationId").asText()).matches("[a-z][A-Za-z]+");
            assertThat(call.operation().path("summary").asText()).isNotBlank();
            assertThat(call.operation().path("tags")).hasSize(1);
            assertThat(tags).contains(call.operation().at("/tags/0").asText());
        });
        assertThat(calls())
                .extracting(call -> call.operation().path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void everySchemaSaysWhatItIs() {
        assertThat(document.at("/components/schemas").properties())
                .allSatisfy(schema -> assertThat(
                                schema.getValue().path("description").asText())
                        .isNotBlank());
    }

    @Test
    void everyParameterAndEveryMemberIsDescribed() {
        var silent = new TreeSet<String>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> silent(schema.getKey(), schema.getValue(), silent));
        document.findValues("parameters")
                .forEach(list -> list.forEach(parameter -> {
                    if (!parameter.has("$ref")
                            && parameter.path("description").asText().isEmpty()) {
                        silent.add(parameter.path("name").asText());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    private static void silent(String where, JsonNode schema, Set<String> silent) {
        schema.path("properties").properties().forEach(member -> {
            var name = where + "." + member.getKey();
            if (!member.getValue().has("$ref")
                    && member.getValue().path("description").asText().isEmpty()) {
                silent.add(name);
            }
            silent(name, member.getValue(), silent);
        });
    }

    /** An enum without a type, or an object of nothing, makes a client that does not compile or takes nothing. */
    @Test
    void noSchemaLeavesAGeneratorGuessing() {
        assertThat(document.findParents("enum"))
                .isNotEmpty()
                .allSatisfy(schema ->
                        assertThat(schema.has("type")).as(schema.toString()).isTrue());
        document.path("paths")
                .findValues("schema")
                .forEach(schema -> assertThat(schema.has("$ref")
                                || schema.has("additionalProperties")
                                || !schema.path("type").asText().equals("object"))
                        .as(schema.toString())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/worlds",
                "/worlds/documented",
                "/worlds/documented/clock",
                "/worlds/documented/account",
                "/worlds/documented/jobs",
                "/worlds/documented/jobs/{queueId}",
                "/worlds/documented/consents",
                "/worlds/documented/requests",
                "/worlds/documented/requests/1",
                "/worlds/documented/requests/2",
                "/worlds/documented/findings",
                "/worlds/documented/snapshot",
                "/costs",
                "/pact/states",
                "/models",
                "/models/wan-2.6-text-to-video",
                "/editions",
                "/quirks",
                "/prices",
            })
    void whatIsReadIsAsItsSchemaSays(String path) {
        requireDescribed("get", path, SIM.control().get(path.replace("{queueId}", queueId)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post | /worlds | {}",
                "put | /worlds/described | {\"balanceUsd\":5}",
                "put | /worlds | {\"worlds\":[{\"apiKey\":\"listed\",\"label\":\"a label\"}]}",
                "post | /worlds/documented/try | {\"path\":\"/api/v1/video/queue\",\"body\":{\"model\":\"none\"}}",
                "post | /worlds/documented/keys | {}",
                "patch | /worlds/documented/clock | {\"frozen\":false}",
                "patch | /worlds/documented/account | {\"balanceUsd\":50}",
                "put | /worlds/documented/scenario | {\"name\":\"slow\"}",
                "put | /worlds/documented/quirks | {\"complete\":\"400\"}",
                "put | /worlds/documented/faces | {\"https://media.example.com/a.png\":[\"face\"]}",
                "put | /worlds/documented/media | {\"https://media.example.com/a.png\":{\"width\":10,\"height\":10}}",
                "put | /worlds/documented/policy | {\"consentVersion\":\"v9\"}",
                "post | /worlds/documented/jobs/{queueId} | {\"outcome\":{\"refused\":{\"refunded\":true}}}",
                "post | /scenarios/reload | {}",
                "post | /worlds | {\"clok\":1}",
                "get | /worlds/nobody | {}",
                "patch | /worlds | {}",
            })
    void whatIsChangedIsAnsweredAsItsSchemaSays(String method, String path, String body) {
        var sent = SIM.control()
                .with("Content-Type", "application/json")
                .send(
                        method.toUpperCase(Locale.ROOT),
                        path.replace("{queueId}", queueId),
                        body.getBytes(StandardCharsets.UTF_8));
        requireDescribed(method, path, sent);
    }

    /** On a server of its own, since the state binds whatever request comes next. */
    @Test
    void aStateOfPactIsAnsweredAsItsSchemaSays() {
        try (var own = Sim.start()) {
            requireDescribed(
                    "post", "/pact/states", own.control().post("/pact/states", "{\"state\":\"a funded key\"}"));
        }
    }

    @Test
    void theExamplesAreTaken() {
        for (var call : calls()) {
            var example = call.operation().at("/requestBody/content/application~1json/example");
            if (!example.isMissingNode()) {
                var arranged = SIM.control().put("/worlds/example", "");
                assertThat(arranged.status()).as(arranged.toString()).isBetween(200, 201);
                var job = SIM.api("example").post("/video/queue", Requests.WAN).json();
                var path = call.path()
                        .replace("{id}", "example")
                        .replace("{queueId}", job.path("queue_id").asText());
                var sent = SIM.root()
                        .with("Content-Type", "application/json")
                        .send(
                                call.method().toUpperCase(Locale.ROOT),
                                path,
                                example.toString().getBytes(StandardCharsets.UTF_8));
                assertThat(sent.status()).as("%s: %s", path, sent).isBetween(200, 299);
            }
        }
    }

    /** The reply's schema, of the path that fits: a word in braces for each part that is a name. */
    private static void requireDescribed(String method, String path, Http.Answer answer) {
        var template = "/__sim"
                + path.replaceFirst("^/worlds/[a-z]+", "/worlds/{id}")
                        .replaceFirst("/requests/\\d+$", "/requests/{n}")
                        .replaceFirst("^/models/.+", "/models/{model}");
        var responses = document.path("paths").path(template).path(method).path("responses");
        var refused = document.at("/components/responses/Refused");
        var response = answer.status() < 300 ? responses.path(String.valueOf(answer.status())) : refused;
        var schema = response.at(
                answer.status() < 300
                        ? "/content/application~1json/schema"
                        : "/content/application~1problem+json/schema");
        assertThat(schema.isMissingNode())
                .as("%s %s %s", method, template, answer)
                .isFalse();
        var whole = ((ObjectNode) schema.deepCopy()).put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", closed(document.path("components").deepCopy()));
        var complaints = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(answer.text(), InputFormat.JSON);
        assertThat(complaints).as("%s %s", path, answer).isEmpty();
    }

    /** Every object takes what it names and nothing else, so that a member which the document forgot is found. */
    private static JsonNode closed(JsonNode components) {
        components.findParents("properties").forEach(schema -> {
            if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return components;
    }
}
