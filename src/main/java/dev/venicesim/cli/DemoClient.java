package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String baseUrl;

    DemoClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** What a queue call hands out. */
    record Ticket(String model, String queueId, Optional<String> downloadUrl) {}

    /** How a job stands. */
    record Progress(String status, double share, Optional<byte[]> video) {}

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
            return new Progress("COMPLETED", 1, Optional.of(reply.body()));
        }
        var status = json(reply, "/video/retrieve");
        if (status.path("status").asText().equals("COMPLETED")) {
            return new Progress("COMPLETED", 1, Optional.of(download(ticket)));
        }
        var share = status.path("execution_duration").asDouble()
                / Math.max(1, status.path("average_execution_time").asDouble());
        return new Progress(status.path("status").asText(), share, Optional.empty());
    }

    boolean complete(Ticket ticket) throws IOException, InterruptedException {
        return post("/video/complete", body(ticket), true).path("success").asBoolean();
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
        for (var entry :
                json(http.send(request, BodyHandlers.ofByteArray()), "/models").path("data")) {
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
        var reply = http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
        if (reply.statusCode() != 200) {
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
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> reply, String path) throws IOException {
        if (reply.statusCode() != 200) {
            throw new IOException(
                    path + " answered " + reply.statusCode() + ": " + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return Json.read(reply.body());
    }
}
