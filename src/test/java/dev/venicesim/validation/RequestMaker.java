package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.json.Json;
import dev.venicesim.media.probe.facts.VideoCodec;
import dev.venicesim.media.probe.fixtures.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Derives requests from a model's data: the smallest it takes, the largest it takes, and every single-field step out of range. */
public final class RequestMaker {

    static final String IMAGE = Fixtures.dataUrl("image/png", Fixtures.png(640, 480));
    static final String VIDEO = Fixtures.dataUrl("video/mp4", Fixtures.mp4(640, 480, 3, 30, VideoCodec.H264));
    static final String AUDIO = Fixtures.dataUrl("audio/mpeg", Fixtures.mp3(2.4));

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
        for (var input : Input.values()) {
            if (model.rules().requires(input)) {
                body.set(input.field(), smallest(input));
            }
        }
        var anyOf = model.rules().anyOf();
        anyOf.stream()
                .filter(input -> input == Input.ELEMENTS || !anyOf.contains(Input.ELEMENTS))
                .findFirst()
                .ifPresent(input -> body.set(input.field(), smallest(input)));
        return body;
    }

    public ObjectNode maximal() {
        var body = minimal();
        for (var input : Input.values()) {
            if (model.rules().accepts(input)) {
                body.set(input.field(), largest(input));
            }
        }
        if (model.rules().accepts(Input.ELEMENTS)) {
            // two frames and four scenes leave room for one element
            body.set("elements", elements(1));
        }
        if (model.rules().durationMode() == DurationMode.IGNORED) {
            body.put("duration", "10");
        }
        return model.rules().accepts(Input.PROMPT) ? body.put(NEGATIVE, words(0)) : body;
    }

    public List<Mutation> mutations() {
        var all = new ArrayList<Mutation>();
        for (var input : Input.values()) {
            if (model.rules().requires(input)) {
                add(all, "without ", input, body -> body.remove(input.field()));
            }
            if (!model.rules().accepts(input)) {
                add(all, "refused ", input, body -> body.set(input.field(), smallest(input)));
            } else if (input != Input.DURATION || model.rules().durationMode() != DurationMode.IGNORED) {
                add(all, "strange ", input, body -> body.put(input.field(), "no such thing"));
            }
            var max = model.rules().maxItems(input);
            if (model.rules().accepts(input) && max > 0) {
                add(all, "too many ", input, body -> body.set(input.field(), many(input, max + 1)));
            }
        }
        if (model.rules().accepts(Input.PROMPT)) {
            add(all, "long ", Input.PROMPT, body -> body.put("prompt", words(1)));
            add(all, "empty ", Input.PROMPT, body -> body.put("prompt", ""));
            all.add(new Mutation("long negative_prompt", minimal().put(NEGATIVE, words(1)), NEGATIVE));
        }
        return all.stream()
                .filter(mutation -> !mutation.name().equals("strange prompt"))
                .toList();
    }

    /** For each medium a model takes, a request in which it is cut in half, and one in which it is a text. */
    public List<ObjectNode> brokenMedia() {
        var all = new ArrayList<ObjectNode>();
        for (var input : List.of(Input.IMAGE_URL, Input.END_IMAGE_URL, Input.VIDEO_URL, Input.AUDIO_URL)) {
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
    public static boolean hasField(Edition edition, String field) {
        return Schemas.read(edition, "queue-request").path("properties").has(field);
    }

    /** As many characters as a prompt may have, and some more. */
    private String words(int more) {
        return "x".repeat(model.rules().promptLimit() + more);
    }

    private void add(List<Mutation> all, String how, Input input, Consumer<ObjectNode> change) {
        var body = minimal();
        change.accept(body);
        all.add(new Mutation(how + input, body, input.field()));
    }

    private JsonNode smallest(Input input) {
        return value(input, false);
    }

    private JsonNode largest(Input input) {
        return value(input, true);
    }

    private JsonNode value(Input input, boolean largest) {
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
        };
    }

    private String literal(Input input, boolean largest) {
        var options = model.options(input);
        return options.isEmpty() ? "16:9" : options.get(largest ? options.size() - 1 : 0);
    }

    private JsonNode many(Input input, int count) {
        if (input == Input.ELEMENTS) {
            return elements(count);
        }
        var list = Json.mapper().createArrayNode();
        for (var i = 0; i < count; i++) {
            if (input == Input.KEYFRAMES) {
                list.addObject().put("image_url", IMAGE).put("frame_index", i);
            } else {
                list.add(
                        input == Input.REFERENCE_VIDEO_URLS
                                ? VIDEO
                                : input == Input.REFERENCE_AUDIO_URLS ? AUDIO : IMAGE);
            }
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
