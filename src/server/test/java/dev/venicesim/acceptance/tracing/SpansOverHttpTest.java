package dev.venicesim.acceptance.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.tracing.CaughtSpans;
import dev.venicesim.tracing.OpenTelemetryTracer;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each request of the API is a span, as an SDK's exporter gets it. */
class SpansOverHttpTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + PARENT + "-01";

    private final CaughtSpans spans = new CaughtSpans();

    @AutoClose
    private final Sim sim = Sim.start(config -> config.tracer(OpenTelemetryTracer.of(spans.sdk())));

    private static Map<String, Object> attributes(SpanData span) {
        var attributes = new TreeMap<String, Object>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
        return attributes;
    }

    private Sim.World with(String fault) {
        var world = sim.frozenWorld();
        assertThat(world.control()
                        .put("/scenario", "faults:\n  - " + fault + "\n")
                        .status())
                .isEqualTo(200);
        return world;
    }

    @Test
    void anAcceptedJobIsASpanOfItsClientsTrace() {
        var world = sim.frozenWorld("\"label\":\"gondolas\"");
        var before = System.currentTimeMillis();
        var answer = world.api().with("traceparent", TRACEPARENT).post("/video/queue", Requests.WAN);
        var span = spans.next();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(span.getName()).isEqualTo("POST /api/v1/video/queue");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("dev.venicesim");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(span.getParentSpanContext().isRemote()).isTrue();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getStartEpochNanos() / 1_000_000).isGreaterThanOrEqualTo(before);
        assertThat(span.getEndEpochNanos()).isGreaterThan(span.getStartEpochNanos());
        var attributes = attributes(span);
        assertThat(attributes.remove("venice_sim.sender").toString()).contains("***");
        assertThat(attributes)
                .isEqualTo(Map.ofEntries(
                        Map.entry("http.request.method", "POST"),
                        Map.entry("http.response.status_code", 200L),
                        Map.entry("http.route", "/api/v1/video/queue"),
                        Map.entry("url.path", "/api/v1/video/queue"),
                        Map.entry("url.scheme", "http"),
                        Map.entry("venice_sim.answered_by", "simulator"),
                        Map.entry("venice_sim.cf_ray", answer.header("CF-RAY")),
                        Map.entry("venice_sim.label", "gondolas"),
                        Map.entry("venice_sim.operation", "queue"),
                        Map.entry(
                                "venice_sim.queue_id",
                                answer.json().path("queue_id").asText()),
                        Map.entry("venice_sim.world", world.id())));
    }

    @Test
    void theReplyTheJournalAndTheRayNameTheSpan() {
        var answer = sim.api("k").with("traceparent", TRACEPARENT).post("/video/queue", Requests.WAN);
        var span = spans.next();
        assertThat(answer.header("traceresponse")).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
        assertThat(answer.header("CF-RAY")).isEqualTo(span.getSpanId() + "-SIM");
        var why = sim.control().get("/worlds/k/requests/" + answer.header("CF-RAY"));
        assertThat(why.text()).contains(answer.header("traceresponse"));
    }

    @Test
    void aRequestOfNoTraceBeginsOneAndIsAnsweredAsInProduction() {
        var answer = sim.api("k").post("/video/quote", Requests.WAN);
        var span = spans.next();
        assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(answer.header("traceresponse")).isEmpty();
        assertThat(answer.header("CF-RAY")).isEqualTo(span.getSpanId() + "-SIM");
    }

    @Test
    void aRefusalIsTheClientsAffairAndNoErrorOfTheServer() {
        var poor = sim.frozenWorld("\"balanceUsd\":0");
        var answer = poor.api().post("/video/queue", Requests.WAN);
        assertThat(answer.status()).isEqualTo(402);
        var span = spans.next();
        assertThat(attributes(span))
                .containsEntry("http.response.status_code", 402L)
                .doesNotContainKey("error.type");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void aServersErrorIsOne() {
        var world = with("{ on: queue, respond: { status: 500 } }");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(500);
        var span = spans.next();
        assertThat(attributes(span))
                .containsEntry("http.response.status_code", 500L)
                .containsEntry("error.type", "500")
                .containsEntry("venice_sim.answered_by", "fault")
                .containsEntry("venice_sim.fault", "respond");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aReplyThatNeverComesHasNoStatus() {
        var world = with("{ on: queue, reset: {} }");
        var api = world.api();
        assertThatThrownBy(() -> api.post("/video/queue", Requests.WAN)).isInstanceOf(UncheckedIOException.class);
        var span = spans.next();
        assertThat(attributes(span))
                .containsEntry("error.type", "reset")
                .containsEntry("venice_sim.fault", "reset")
                .doesNotContainKey("http.response.status_code");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aDownloadIsNamedByItsRouteAndItsTokenStaysSecret() {
        var world = sim.frozenWorld();
        var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        world.advance("1h");
        var link = queued.json().path("download_url").asText();
        assertThat(new Http(link).get("").status()).isEqualTo(200);
        assertThat(spans.next().getName()).isEqualTo("POST /api/v1/video/queue");
        var span = spans.next();
        assertThat(span.getName()).isEqualTo("GET /v1/share/read/{token}");
        assertThat(attributes(span))
                .containsEntry("url.path", "/v1/share/read/...")
                .containsEntry(
                        "venice_sim.queue_id", queued.json().path("queue_id").asText());
        assertThat(attributes(span).toString()).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void noKeyIsInASpanWhereverItStands() {
        var world = sim.frozenWorld();
        var key = world.apiKey();
        world.api().get("/nowhere/" + key + "?api_key=" + key + "&more=" + key);
        var span = spans.next();
        assertThat(span.getName()).isEqualTo("GET");
        assertThat(span.toString()).doesNotContain(key);
        assertThat(attributes(span))
                .containsEntry("http.response.status_code", 404L)
                .containsKeys("url.path", "url.query")
                .doesNotContainKey("http.route");
    }

    @Test
    void methodsThatNobodyKnowsMakeNoNamesOfTheirOwn() {
        sim.api("k").send("BREW", "/video/quote", Requests.WAN.getBytes(StandardCharsets.UTF_8));
        var span = spans.next();
        assertThat(span.getName()).isEqualTo("HTTP");
        assertThat(attributes(span))
                .containsEntry("http.request.method", "_OTHER")
                .containsEntry("http.request.method_original", "BREW");
    }

    @Test
    void callsOfTheControlApiAreNoSpans() {
        sim.control().get("/health");
        sim.control().get("/worlds");
        sim.api().get("/models");
        assertThat(spans.next().getName()).isEqualTo("GET /api/v1/models");
        assertThat(spans.isEmpty()).isTrue();
    }

    @Test
    void whatAStubAnswersIsASpanAsWell(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("mappings"));
        Files.writeString(root.resolve("mappings/one.json"), """
                {"request":{"method":"POST","urlPath":"/api/v1/video/queue"},"response":{"status":503}}""");
        var tracer = OpenTelemetryTracer.of(spans.sdk());
        try (var stubbed = Sim.start(config -> config.stubs(root).tracer(tracer))) {
            assertThat(stubbed.api("k").post("/video/queue", Requests.WAN).status())
                    .isEqualTo(503);
        }
        assertThat(attributes(spans.next()))
                .containsEntry("http.route", "/api/v1/video/queue")
                .containsEntry("venice_sim.answered_by", "stub")
                .containsEntry("error.type", "503");
    }
}
