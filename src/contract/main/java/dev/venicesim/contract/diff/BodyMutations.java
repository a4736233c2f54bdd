package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small mistakes in the bodies of requests, drawn by a seed: none, one or two of them. */
final class BodyMutations {

    /** Fields that some models know, and one that none does, each with values that fit and values that do not. */
    private static final JsonNode FIELDS = Json.trusted("""
            {"duration": ["5s", "8", 5, "1 gen", "Auto", "99s", ""],
             "aspect_ratio": ["16:9", "9:16", "7:5", 1.5],
             "resolution": ["720p", "1080p", "8k", 720],
             "audio": [true, false, "yes"],
             "upscale_factor": [1, 2, 3, "2"],
             "negative_prompt": ["rain", 7],
             "model": ["no-such-model-venice-sim", "", 7, null],
             "prompt": ["", 7, "A lagoon."],
             "queue_id": ["", 7, "x"],
             "image_url": ["ftp://media.example/a.png", "nothing", 7],
             "reference_image_urls": [[], "x", ["nothing"]],
             "reference_video_total_duration": [-1, 1000, "x"],
             "delete_media_on_completion": [true, "x"],
             "a_field_of_nobody": [1]}
            """.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final Random random;

    BodyMutations(Random random) {
        this.random = random;
    }

    ObjectNode some(ObjectNode body) {
        for (var left = random.nextInt(3); left > 0; left--) {
            change(body);
        }
        return body;
    }

    private void change(ObjectNode body) {
        if (random.nextInt(3) == 0 && !body.isEmpty()) {
            body.remove(one(names(body)));
            return;
        }
        var field = one(names(FIELDS));
        var values = FIELDS.path(field);
        body.set(field, values.path(random.nextInt(values.size())));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
