package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.json.Json;
import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A client of the video API as a team would write it, knowing the API's documents and nothing of the simulator. */
final class DemoClient {

    private static final String KEY = "demo-key";
    private static final String PICTURE = "https://media.example.com/still-1280x720.png";
    private static final String VIDEO = "https://media.example.com/in-1280x720-5s-24fps.mp4";
    private static final String PROMPT = "Commerce being conducted in the city of Venice, Italy.";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http;
    private final String baseUrl;

    DemoClient(String baseUrl, ServerTrust trust) {
        this.http = trust.client().connectTimeout(Duration.ofSeconds(5)).build();
        this.baseUrl = baseUrl;
    }

    /** What a queue call hands out. */
    record Ticket(String model, String queueId, Optional<String> downloadUrl) {}

    /**
     * How a job stands.
     *
     * @param share how much of the time that such jobs take on average is over
     * @param average that time
     */
    record Progress(String status, double share, Duration average, Optional<byte[]> video) {

        private static final Duration DOCUMENTED_PAUSE = Duration.ofSeconds(5);
        private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
        private static final int POLLS_A_JOB = 20;

        static Progress completed(byte[] video) {
            return new Progress("COMPLETED", 1, Duration.ZERO, Optional.of(video));
        }

        /** How long to wait before asking again: as documented, or less where jobs are quick. */
        Duration pause() {
            var quick = average.dividedBy(POLLS_A_JOB);
            var pause = quick.compareTo(DOCUMENTED_PAUSE) < 0 ? quick : DOCUMENTED_PAUSE;
            return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
        }
    }

    /** A request that the model takes, from what the models list says of it. */
    ObjectNode requestFor(String model) throws IOException, InterruptedException {
        var constraints = constraints(model);
        var request = Json.object().put("model", model).put("prompt", PROMPT);
        first(constraints, "durations", "5s")
                .filter(literal -> !literal.equals("Auto"))
                .ifPresent(literal -> request.put("duration", literal));
        first(constraints, "aspect_ratios", "16:9").ifPresent(ratio -> request.put("aspect_ratio", ratio));
        first(constraints, "resolutions", "720p")
                .filter(literal -> !literal.endsWith("x"))
                .ifPresent(literal -> request.put("resolution", literal));
        switch (constraints.path("model_type").asText()) {
            case "image-to-video" -> request.put("image_url", PICTURE);
            case "video" -> request.put("video_url", VIDEO);
            default -> {
                if (model.contains("reference")) {
                    request.putArray("reference_image_urls").add(PICTURE);
                }
            }
        }
        if (model.contains("upscale")) {
            request.remove("prompt");
        }
        return request;
    }

    BigDecimal quote(ObjectNode request) throws IOException, InterruptedException {
        return post("/video/quote", request, false).path("quote").decimalValue();
    }

    Ticket queue(ObjectNode request) throws IOException, InterruptedException {
        var reply = post("/video/queue", request, true);
        var link = Optional.ofNullable(reply.path("download_url").textValue());
        return new Ticket(reply.path("model").asText(), reply.path("queue_id").asText(), link);
    }

    Progress retrieve(Ticket ticket) throws IOException, InterruptedException {
        var reply = send("/video/retrieve", body(ticket), true);
        if (reply.headers().firstValue("Content-Type").orElse("").startsWith("video/")) {
            return Progress.completed(reply.body());
        }
        var status = json(reply, "/video/retrieve");
        if (status.path("status").asText().equals("COMPLETED")) {
            return Progress.completed(download(ticket));
        }
        if (!status.path("status").asText().equals("PROCESSING")) {
            throw new IOException("/video/retrieve answered neither a video nor the status of a job");
        }
        var average = Math.max(1, status.path("average_execution_time").asLong());
        var share = status.path("execution_duration").asDouble() / average;
        return new Progress(status.path("status").asText(), share, Duration.ofMillis(average), Optional.empty());
    }

    /** What became of the clean-up, in words. A client has its video by then, so a refusal is no failure. */
    String complete(Ticket ticket) throws IOException, InterruptedException {
        var reply = send("/video/complete", body(ticket), true);
        return reply.statusCode() == OK
                ? "success " + Json.read(reply.body()).path("success").asBoolean()
                : "refused with " + reply.statusCode() + "; the media go by themselves after a day";
    }

    static String summary(ObjectNode request) {
        return String.join(
                " ",
                List.of(
                        request.path("duration").asText("source length"),
                        request.path("resolution").asText("default size"),
                        request.path("aspect_ratio").asText("default ratio")));
    }

    private static ObjectNode body(Ticket ticket) {
        return Json.object().put("model", ticket.model()).put("queue_id", ticket.queueId());
    }

    private JsonNode constraints(String model) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/models?type=video"))
                .build();
        for (var entry : json(ask(request), "/models").path("data")) {
            if (entry.path("id").asText().equals(model)) {
                return entry.path("model_spec").path("constraints");
            }
        }
        throw new IllegalArgumentException("it lists no video model " + model);
    }

    /** The wished literal if the list has it, else its first. */
    private static Optional<String> first(JsonNode constraints, String list, String wished) {
        for (var literal : constraints.path(list)) {
            if (literal.asText().equals(wished)) {
                return Optional.of(wished);
            }
        }
        return Optional.ofNullable(constraints.path(list).path(0).textValue());
    }

    private byte[] download(Ticket ticket) throws IOException, InterruptedException {
        var link = ticket.downloadUrl().orElseThrow(() -> new IOException("completed without video or link"));
        var reply = ask(HttpRequest.newBuilder(URI.create(link)).build());
        if (reply.statusCode() != OK) {
            throw new IOException("the download link answered " + reply.statusCode());
        }
        return reply.body();
    }

    private JsonNode post(String path, ObjectNode body, boolean withKey) throws IOException, InterruptedException {
        return json(send(path, body, withKey), path);
    }

    private HttpResponse<byte[]> send(String path, ObjectNode body, boolean withKey)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        if (withKey) {
            request.header("Authorization", "Bearer " + KEY);
        }
        return ask(request.build());
    }

    private HttpResponse<byte[]> ask(HttpRequest request) throws IOException, InterruptedException {
        return WholeReply.of(http, request, PATIENCE, WholeReply.MOST_BYTES);
    }

    private static JsonNode json(HttpResponse<byte[]> reply, String path) throws IOException {
        if (reply.statusCode() != OK) {
            throw new IOException(
                    path + " answered " + reply.statusCode() + ": " + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return Json.read(reply.body());
    }
}
