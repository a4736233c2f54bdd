package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.contract.check.FieldSamples.Manner;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Requests for a quote of one model: every value that it lists at least once, the ends of its lists with one another, its
 * references up to their caps; and those that are refused.
 */
final class QuoteRequests {

    private static final String RATIO = RequestField.ASPECT_RATIO.field();
    private static final String RESOLUTION = RequestField.RESOLUTION.field();
    private static final String AUDIO = RequestField.AUDIO.field();
    private static final String DURATION = RequestField.DURATION.field();
    private static final String TOTAL = "reference_video_total_duration";
    private static final String COUNT = "reference_image_count";

    private final Model model;
    private final Set<ObjectNode> bodies = new LinkedHashSet<>();

    private QuoteRequests(Model model) {
        this.model = model;
    }

    /** Those that have a price; none for a model whose quote needs a clip. */
    static List<ObjectNode> priced(Model model) {
        var rules = model.rules();
        if (rules.requires(RequestField.VIDEO_URL) || rules.durationMode() != DurationMode.LISTED) {
            return List.of();
        }
        var requests = new QuoteRequests(model);
        requests.ends();
        requests.everyValue();
        requests.references();
        return List.copyOf(requests.bodies);
    }

    /** Those of a model that makes a clip over: by what is made of it, for a clip whose name says how long it is. */
    static List<ObjectNode> ofClips(Model model) {
        if (!model.rules().requires(RequestField.VIDEO_URL)) {
            return List.of();
        }
        var bodies = new ArrayList<ObjectNode>();
        for (var clip : List.of("in-1280x720-5s.mp4", "in-1920x1080-12s.mp4")) {
            var body = Json.object().put("model", model.id()).put("video_url", "https://media.example.com/" + clip);
            model.options(RequestField.DURATION).stream().findFirst().ifPresent(text -> body.put(DURATION, text));
            if (model.rules().quoteNeeds().contains(RequestField.ASPECT_RATIO)) {
                model.options(RequestField.ASPECT_RATIO).stream().findFirst().ifPresent(text -> body.put(RATIO, text));
            }
            bodies.add(body);
            model.options(RequestField.RESOLUTION)
                    .forEach(text -> bodies.add(body.deepCopy().put(RESOLUTION, text)));
            model.options(RequestField.UPSCALE_FACTOR)
                    .forEach(text -> bodies.add(body.deepCopy().put("upscale_factor", Integer.parseInt(text))));
            model.options(RequestField.ENHANCEMENT_MODEL)
                    .forEach(text -> bodies.add(body.deepCopy().put("enhancement_model", text)));
            if (model.rules().accepts(RequestField.UPSCALE_FACTOR)) {
                for (var height : List.of(480, 720, 1080, 2160)) {
                    bodies.add(body.deepCopy().put("input_height", height).put("upscale_factor", 2));
                }
            }
            if (model.rules().accepts(RequestField.TARGET_FPS)) {
                bodies.add(body.deepCopy().put("target_fps", 16));
                bodies.add(body.deepCopy().put("target_fps", 120));
            }
            if (model.rules().accepts(RequestField.SLOWDOWN_FACTOR)) {
                bodies.add(body.deepCopy().put("slowdown_factor", 8));
            }
        }
        return bodies;
    }

    private List<String> durations() {
        return model.options(RequestField.DURATION).stream()
                .filter(text ->
                        !model.rules().sourceMatched(RequestField.DURATION).contains(text))
                .toList();
    }

    private List<String> ratios() {
        return model.options(RequestField.ASPECT_RATIO).stream()
                .filter(text ->
                        !model.rules().sourceMatched(RequestField.ASPECT_RATIO).contains(text))
                .toList();
    }

    private ObjectNode body(int duration) {
        var durations = durations();
        var body = Json.object().put("model", model.id()).put(DURATION, durations.get(duration % durations.size()));
        if (model.rules().quoteNeeds().contains(RequestField.ASPECT_RATIO)) {
            body.put(RATIO, ratios().get(0));
        }
        return body;
    }

    private boolean hasSound() {
        return model.rules().accepts(RequestField.AUDIO);
    }

    private void ends() {
        var last = durations().size() - 1;
        for (var duration : List.of(0, last)) {
            bodies.add(body(duration));
            for (var resolution : model.options(RequestField.RESOLUTION)) {
                var body = body(duration).put(RESOLUTION, resolution);
                bodies.add(body);
                if (hasSound()) {
                    bodies.add(body.deepCopy().put(AUDIO, duration == 0));
                }
            }
            if (hasSound()) {
                bodies.add(body(duration).put(AUDIO, true));
                bodies.add(body(duration).put(AUDIO, false));
            }
        }
    }

    /** Every length and every ratio, with the resolutions in turn. */
    private void everyValue() {
        var resolutions = model.options(RequestField.RESOLUTION);
        var ratios = ratios();
        for (var i = 0; i < Math.max(durations().size(), ratios.size()); i++) {
            var body = body(i);
            if (!ratios.isEmpty()) {
                body.put(RATIO, ratios.get(i % ratios.size()));
            }
            if (!resolutions.isEmpty()) {
                body.put(RESOLUTION, resolutions.get(i % resolutions.size()));
            }
            bodies.add(body);
        }
    }

    private void references() {
        var rules = model.rules();
        if (rules.accepts(RequestField.REFERENCE_VIDEO_URLS)) {
            var most = rules.limits().referenceVideos().totalSeconds();
            var together = rules.limits().referenceVideos().withOutputSeconds();
            var longest = Math.max(
                    1,
                    together > 0 ? Math.min(most, together - seconds(durations().get(0))) : most);
            for (var total : new double[] {0, 0.5, 2, longest}) {
                bodies.add(body(0).put(TOTAL, total));
            }
            model.options(RequestField.RESOLUTION)
                    .forEach(resolution ->
                            bodies.add(body(0).put(RESOLUTION, resolution).put(TOTAL, 3)));
        }
        if (rules.accepts(RequestField.REFERENCE_IMAGE_URLS)) {
            for (var count : List.of(0, 1, 2, Math.max(1, rules.maxItems(RequestField.REFERENCE_IMAGE_URLS)))) {
                bodies.add(body(0).put(COUNT, count));
            }
        }
    }

    private static int seconds(String duration) {
        return duration.matches("\\d{1,3}s") ? Integer.parseInt(duration.replace("s", "")) : 5;
    }

    /** Those that are refused: each value off its list, each number past its cap. */
    static List<ObjectNode> refused(Model model, JsonNode properties) {
        var above = spoilt(model, properties, Manner.ABOVE);
        var caps = model.rules();
        var most = caps.limits().referenceVideos().totalSeconds();
        if (caps.accepts(RequestField.REFERENCE_VIDEO_URLS) && most > 0) {
            above.put(TOTAL, most + 1);
        }
        if (caps.accepts(RequestField.REFERENCE_IMAGE_URLS)) {
            above.put(COUNT, caps.maxItems(RequestField.REFERENCE_IMAGE_URLS) + 1);
        }
        var below = spoilt(model, properties, Manner.BELOW);
        model.options(RequestField.RESOLUTION).stream()
                .findFirst()
                .ifPresent(text -> below.put(
                        RESOLUTION,
                        text.endsWith("p")
                                ? text.toUpperCase(java.util.Locale.ROOT)
                                : text.toLowerCase(java.util.Locale.ROOT) + " "));
        return List.of(above, below);
    }

    /** Each field of a quote wrong in one manner. */
    static ObjectNode spoilt(Model model, JsonNode properties, Manner manner) {
        return ModelRequests.spoilt(model, properties, manner);
    }

    /** Those that lack something, or ask for a value that follows a source which is not there. */
    static List<ObjectNode> bare(Model model) {
        var bodies = new ArrayList<ObjectNode>();
        bodies.add(Json.object().put("model", model.id()));
        for (var field : List.of(RequestField.DURATION, RequestField.ASPECT_RATIO)) {
            model.rules().sourceMatched(field).stream()
                    .findFirst()
                    .ifPresent(text -> bodies.add(Json.object()
                            .put("model", model.id())
                            .put(DURATION, model.options(RequestField.DURATION).get(0))
                            .put(field.field(), text)));
        }
        return bodies;
    }
}
