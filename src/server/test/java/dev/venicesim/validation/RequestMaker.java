package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import dev.venicesim.media.probe.facts.VideoCodec;
import dev.venicesim.media.probe.fixtures.Fixtures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Derives requests from a model's data: the smallest it takes, the largest it takes, and every single-field step out of
 * range.
 */
public final class RequestMaker {

    static final String IMAGE = Fixtures.dataUrl("image/png", Fixtures.png(640, 480));
    static final String VIDEO = Fixtures.dataUrl("video/mp4", Fixtures.mp4(640, 480, 3, 30, VideoCodec.H264));
    static final String AUDIO = Fixtures.dataUrl("audio/mpeg", Fixtures.mp3(2.4));

    /** A text is what these are. */
    private static final Set<String> ANY_TEXT =
            Set.of("strange prompt", "strange voice_id", "strange enhancement_model");

    private static final String NEGATIVE = "negative_prompt";

    /**
     * A request that must be refused.
     *
     * @param path where the problem must be reported, as {@code ViolationPath.toString()} shows it
     */
    public record Mutation(String name, ObjectNode body, String path) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final Model model;

    public RequestMaker(Model model) {
        this.model = model;
    }

    public ObjectNode minimal() {
        var body = Json.object().put("model", model.id());
        for (var input : RequestField.values()) {
            if (model.rules().requires(input)) {
                body.set(input.field(), smallest(input));
            }
        }
        var anyOf = model.rules().anyOf();
        anyOf.stream()
                .filter(input -> input == RequestField.ELEMENTS || !anyOf.contains(RequestField.ELEMENTS))
                .findFirst()
                .ifPresent(input -> body.set(input.field(), smallest(input)));
        return body;
    }

    public ObjectNode maximal() {
        var body = minimal();
        for (var input : RequestField.values()) {
            if (model.rules().accepts(input)) {
                body.set(input.field(), largest(input));
            }
        }
        if (model.rules().accepts(RequestField.ELEMENTS)) {
            // two frames and four scenes leave room for one element
            body.set("elements", elements(1));
        }
        // what counts with a list takes a place of it
        model.rules()
                .counts()
                .keySet()
                .forEach(list -> body.set(
                        list.field(), many(list, Math.max(1, model.rules().maxItems(list) - 1))));
        var together = model.rules().limits().referenceVideos().withOutputSeconds();
        if (together > 0) {
            // each of the clips plays 3 s
            var left = together - 3 * model.rules().maxItems(RequestField.REFERENCE_VIDEO_URLS);
            model.options(RequestField.DURATION).stream()
                    .filter(literal -> RequestedClip.seconds(literal) <= left)
                    .forEach(literal -> body.put("duration", literal));
        }
        if (model.rules().durationMode() == DurationMode.IGNORED) {
            body.put("duration", "10");
        }
        return model.rules().accepts(RequestField.PROMPT) ? body.put(NEGATIVE, words(0)) : body;
    }

    public List<Mutation> mutations() {
        var all = new ArrayList<Mutation>();
        for (var input : RequestField.values()) {
            if (model.rules().requires(input)) {
                add(all, "without ", input, body -> body.remove(input.field()));
            }
            if (!model.rules().accepts(input)) {
                add(all, "refused ", input, body -> body.set(input.field(), smallest(input)));
            } else if (input != RequestField.DURATION || model.rules().durationMode() != DurationMode.IGNORED) {
                add(all, "strange ", input, body -> body.put(input.field(), "no such thing"));
            }
            var max = model.rules().maxItems(input);
            if (model.rules().accepts(input) && max > 0) {
                add(all, "too many ", input, body -> body.set(input.field(), many(input, max + 1)));
            }
        }
        if (model.rules().accepts(RequestField.PROMPT)) {
            add(all, "long ", RequestField.PROMPT, body -> body.put("prompt", words(1)));
            add(all, "empty ", RequestField.PROMPT, body -> body.put("prompt", ""));
        }
        all.add(new Mutation("long negative_prompt", minimal().put(NEGATIVE, words(1)), NEGATIVE));
        return all.stream()
                .filter(mutation -> !ANY_TEXT.contains(mutation.name()))
                .toList();
    }

    /** For each medium a model takes, a request in which it is cut in half, and one in which it is a text. */
    public List<ObjectNode> brokenMedia() {
        var all = new ArrayList<ObjectNode>();
        for (var input : List.of(
                RequestField.IMAGE_URL, RequestField.END_IMAGE_URL, RequestField.VIDEO_URL, RequestField.AUDIO_URL)) {
            if (model.rules().accepts(input)) {
                var whole = smallest(input).textValue();
                var comma = whole.indexOf(',') + 1;
                var half = comma + (whole.length() - comma) / 8 * 4;
                all.add(minimal().put(input.field(), whole.substring(0, half)));
                all.add(minimal().put(input.field(), "data:text/plain;base64,aGVsbG8="));
            }
        }
        return all;
    }

    /** Whether an edition's queue request has a field. */
    public static boolean hasField(ApiEdition edition, String field) {
        return EditionFiles.schema(edition, "queue-request").path("properties").has(field);
    }

    /** As many characters as a prompt may have, and some more. */
    private String words(int more) {
        return "x".repeat(model.rules().promptLimit() + more);
    }

    private void add(List<Mutation> all, String how, RequestField input, Consumer<ObjectNode> change) {
        var body = minimal();
        change.accept(body);
        all.add(new Mutation(how + input, body, input.field()));
    }

    private JsonNode smallest(RequestField input) {
        return value(input, false);
    }

    private JsonNode largest(RequestField input) {
        return value(input, true);
    }

    private JsonNode value(RequestField input, boolean largest) {
        var nodes = Json.mapper().getNodeFactory();
        return switch (input) {
            case PROMPT -> nodes.textNode("x".repeat(largest ? model.rules().promptLimit() : 1));
            case DURATION, ASPECT_RATIO, RESOLUTION -> nodes.textNode(literal(input, largest));
            case UPSCALE_FACTOR -> nodes.numberNode(largest ? 4 : 1);
            case AUDIO -> nodes.booleanNode(largest);
            case IMAGE_URL, END_IMAGE_URL -> nodes.textNode(IMAGE);
            case AUDIO_URL -> nodes.textNode(AUDIO);
            case VIDEO_URL -> nodes.textNode(VIDEO);
            case REFERENCE_IMAGE_URLS,
                    REFERENCE_VIDEO_URLS,
                    REFERENCE_AUDIO_URLS,
                    REFERENCE_DOCUMENT_URLS,
                    SCENE_IMAGE_URLS,
                    ELEMENTS,
                    KEYFRAMES -> many(input, largest ? Math.max(1, model.rules().maxItems(input)) : 1);
            case OMNI_REFERENCE_TASK_TYPE -> nodes.textNode("reference");
            case BITRATE_MODE -> nodes.textNode("high");
            case CAMERA_TRAJECTORY -> trajectory(largest ? 12 : 2);
            case IMAGE_REFERENCES, VIDEO_REFERENCES -> many(input, 1);
            case VOICE_ID, ENHANCEMENT_MODEL -> nodes.textNode("a");
            case TARGET_FPS -> nodes.numberNode(largest ? 120 : 16);
            case SOFTNESS -> nodes.numberNode(largest ? 5 : 1);
            case CREATIVITY, REALISM, SHARP, COMPRESSION, NOISE, HALO, RECOVER_DETAIL ->
                nodes.numberNode(largest ? 1 : 0);
            case GRAIN -> nodes.numberNode(largest ? new BigDecimal("0.1") : BigDecimal.ZERO);
            case H264_OUTPUT -> nodes.booleanNode(largest);
            case OUTPUT_FORMAT -> nodes.textNode(largest ? "prores" : "mp4");
            case SLOWDOWN_FACTOR -> nodes.numberNode(largest ? 8 : 1);
        };
    }

    private String literal(RequestField input, boolean largest) {
        var options = model.options(input);
        return options.isEmpty() ? "16:9" : options.get(largest ? options.size() - 1 : 0);
    }

    private JsonNode many(RequestField input, int count) {
        if (input == RequestField.ELEMENTS) {
            return elements(count);
        }
        var list = Json.mapper().createArrayNode();
        for (var i = 0; i < count; i++) {
            if (input == RequestField.IMAGE_REFERENCES || input == RequestField.VIDEO_REFERENCES) {
                var field = input == RequestField.IMAGE_REFERENCES ? "image_url" : "video_url";
                list.addObject()
                        .put(field, input == RequestField.IMAGE_REFERENCES ? IMAGE : VIDEO)
                        .put("ref_name", "a");
            } else if (input == RequestField.KEYFRAMES) {
                list.addObject().put("image_url", IMAGE).put("frame_index", i);
            } else {
                list.add(
                        switch (input) {
                            case REFERENCE_VIDEO_URLS -> VIDEO;
                            case REFERENCE_AUDIO_URLS -> AUDIO;
                            case REFERENCE_DOCUMENT_URLS -> "data:application/pdf;base64,JVBERi0xLjQ=";
                            default -> IMAGE;
                        });
            }
        }
        return list;
    }

    private static JsonNode trajectory(int count) {
        var list = Json.mapper().createArrayNode();
        for (var i = 0; i < count; i++) {
            list.addObject()
                    .put("time", i / (double) (count - 1))
                    .put("azimuth", i * 10)
                    .put("elevation", -90 + i)
                    .put("distance", 1 + i);
        }
        return list;
    }

    private static JsonNode elements(int count) {
        var list = Json.mapper().createArrayNode();
        for (var i = 0; i < count; i++) {
            list.addObject().put("frontal_image_url", IMAGE);
        }
        return list;
    }
}
