package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.contract.check.FieldSamples.Manner;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Requests whose body as a whole is wrong, or names no model or job; and keys that a client of another API would send. */
final class BodyRequests {

    private static final List<String> CALLS =
            List.of("/video/queue", "/video/quote", "/video/retrieve", "/video/complete");
    private static final List<String> BODIES =
            List.of("[]", "[{}]", "7", "\"text\"", "null", "true", "", "{", "{}", "{\"model\":null}");
    private static final String JSON = "application/json";

    /** Keys of other APIs, and of other calls of this one. */
    private static final List<String> STRANGERS = List.of(
            "seed",
            "safe_mode",
            "n",
            "size",
            "style",
            "width",
            "height",
            "fps",
            "seconds",
            "steps",
            "cfg_scale",
            "webhook_url",
            "callback_url",
            "user",
            "image",
            "images",
            "num_frames",
            "quality",
            "venice_parameters",
            "queue_id",
            "reference_video_total_duration",
            "delete_media_on_completion");

    private static final int A_PICTURE = 2_000_000;

    private BodyRequests() {}

    static List<TargetRequest> whole() {
        var calls = new ArrayList<TargetRequest>();
        for (var path : CALLS) {
            BODIES.forEach(
                    body -> calls.add(TargetRequest.post(path, body, JSON).withKey()));
            calls.add(TargetRequest.post(path, "{}", "text/plain").withKey());
            for (var type : List.of("application/json; charset=utf-8", "APPLICATION/JSON")) {
                calls.add(TargetRequest.post(path, "{}", type).withKey());
            }
        }
        // as large as pictures are, which something in front of the API may think too large
        var picture = "data:image/png;base64," + "A".repeat(A_PICTURE);
        calls.add(CheckRequests.queueOf(
                        Json.object().put("model", CheckRequests.NO_MODEL).put("image_url", picture))
                .withKey());
        return calls;
    }

    /** A model's id that is almost right. */
    static List<TargetRequest> ids(ObjectNode order) {
        var id = order.path("model").asText();
        return Stream.of("/video/queue", "/video/quote")
                .flatMap(path -> Stream.of(
                                id + " ",
                                " " + id,
                                id.toUpperCase(Locale.ROOT),
                                id + "-",
                                id.replace('-', '_'),
                                "",
                                CheckRequests.NO_MODEL)
                        .map(wrong -> order.deepCopy()
                                .put("model", wrong)
                                .put("duration", CheckRequests.NO_DURATION)
                                .put("audio", 7))
                        .map(body -> TargetRequest.post(path, body).withKey()))
                .toList();
    }

    /** Keys that the call does not know: alone, and all of them. */
    static List<TargetRequest> strangers(ObjectNode order) {
        var calls = new ArrayList<TargetRequest>();
        for (var name : List.of("seed", "safe_mode", "fps", "")) {
            var body =
                    order.deepCopy().put("duration", CheckRequests.NO_DURATION).put("audio", 7);
            STRANGERS.stream().filter(key -> name.isEmpty() || key.equals(name)).forEach(key -> body.put(key, 1));
            calls.add(CheckRequests.queueOf(body).withKey());
        }
        return calls;
    }

    /** A quote that has all of them, and fields of queue, is a quote. */
    static List<TargetRequest> ignored(ObjectNode order) {
        var body = ModelSample.pricing(order);
        STRANGERS.stream().filter(key -> !key.startsWith("reference")).forEach(key -> body.put(key, 1));
        var media = ModelSample.pricing(order)
                .put("image_url", "https://media.example.com/in-1280x720.png")
                .put("prompt", "A gondola.")
                .put("negative_prompt", "rain");
        return List.of(CheckRequests.quote(body), CheckRequests.quote(media));
    }

    /** Fields of retrieve and complete, each wrong in every manner. */
    static List<TargetRequest> jobs(CheckContext session) {
        var edition = session.schemas().edition();
        return Stream.of("retrieve", "complete")
                .flatMap(call -> Arrays.stream(Manner.values())
                        .flatMap(manner -> jobs(call, EditionFiles.schema(edition, call + "-request"), manner)))
                .toList();
    }

    private static Stream<TargetRequest> jobs(String call, JsonNode schema, Manner manner) {
        var properties = schema.path("properties");
        var calls = new ArrayList<TargetRequest>();
        properties.properties().forEach(field -> {
            var body = CheckRequests.job();
            body.set(field.getKey(), FieldSamples.spoilt(field.getKey(), field.getValue(), manner));
            calls.add(TargetRequest.post("/video/" + call, body).withKey());
        });
        if (manner == Manner.NULL) {
            properties.fieldNames().forEachRemaining(name -> {
                var body = CheckRequests.job();
                body.remove(name);
                calls.add(TargetRequest.post("/video/" + call, body).withKey());
            });
            calls.add(TargetRequest.post("/video/" + call, CheckRequests.job().put("seed", 1))
                    .withKey());
        }
        return calls.stream();
    }
}
