package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log as JSON, one object a line. */
@Timeout(300)
class JsonLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static JsonNode json(String line) throws Exception {
        return Json.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static LoggingEvent event(String message, @Nullable Throwable thrown) {
        var logger = new LoggerContext().getLogger("dev.venicesim.some");
        var event = new LoggingEvent("", logger, Level.WARN, message, thrown, null);
        event.setTimeStamp(1_780_000_000_123L);
        return event;
    }

    @Test
    void timeHasItsZone() throws Exception {
        var line = json(new JsonLogLine(ZoneId.of("Asia/Kolkata")).doLayout(event("all is well", null)));
        assertThat(line.path("time").asText()).isEqualTo("2026-05-29T01:56:40.123+05:30");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("logger").asText()).isEqualTo("dev.venicesim.some");
        assertThat(line.path("message").asText()).isEqualTo("all is well");
        assertThat(line.has("error")).isFalse();
    }

    @Test
    void whatOthersSayStaysInOneLineOfAscii() throws Exception {
        var hostile = "a\nb\r\"c\u001b[31m\u0085\u2028\u202e é \\";
        var line = new JsonLogLine().doLayout(event(hostile, new IllegalStateException(hostile)));
        assertThat(line).matches("[ -~]+\n");
        assertThat(json(line).path("message").asText()).isEqualTo(hostile);
        assertThat(json(line).path("error").asText()).contains(hostile, "\tat ");
    }

    @Test
    void serveTellsOfEachRequestAsMembers(@TempDir Path folder) throws Exception {
        try (var server =
                Launched.in(folder, List.of(), List.of("serve", "--port", "0", "--log-format", "json"), "unused")) {
            server.await("edition=");
            var ready = server.printed().lines().filter(line -> line.contains("venice-sim ready"));
            var origin = ready.findFirst().orElseThrow().split(" ", -1)[2];
            var declared = HttpRequest.newBuilder(URI.create(origin + "/__sim/worlds/a-key-of-mine"))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"label\":\"gondolas\"}"))
                    .build();
            HttpClient.newHttpClient().send(declared, BodyHandlers.discarding());
            var request = HttpRequest.newBuilder(URI.create(origin + "/api/v1/video/queue"))
                    .header("Authorization", "Bearer a-key-of-mine")
                    .header("Content-Type", "application/json")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .POST(BodyPublishers.ofString("""
                                    {"model":"wan-2.6-text-to-video","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}"""))
                    .build();
            var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            server.await("\"operation\"");
            var queueId = json(reply.body()).path("queue_id").asText();
            var entry = json(server.printed()
                    .lines()
                    .filter(line -> line.contains("dev.venicesim.requests"))
                    .findFirst()
                    .orElseThrow());
            assertThat(entry.path("queueId").asText()).isEqualTo(queueId);
            assertThat(entry.path("ray").asText())
                    .isEqualTo(reply.headers().firstValue("CF-RAY").orElseThrow());
            assertThat(entry.path("operation").asText()).isEqualTo("queue");
            assertThat(entry.path("status").asInt()).isEqualTo(200);
            assertThat(entry.path("world").asText()).isNotEmpty();
            assertThat(entry.path("label").asText()).isEqualTo("gondolas");
            assertThat(entry.path("traceId").asText()).isEqualTo(TRACE);
            assertThat(entry.path("spanId").asText())
                    .isEqualTo(entry.path("ray").asText().substring(0, 16));
            assertThat(entry.path("message").asText()).startsWith("POST /api/v1/video/queue 200 ");
            assertThat(server.printed()).doesNotContain("a-key-of-mine");
        }
    }
}
