package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.check.PaidJob.JobPurpose;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The target's own models, out of which checks pick the ones they need: no check names a model that may be gone
 * tomorrow.
 */
public final class ModelSample {

    private final JsonNode reply;
    private final List<JsonNode> models;

    public ModelSample(JsonNode modelsReply) {
        this.reply = modelsReply;
        this.models = ExpectedFacts.list(modelsReply.path("data")).stream()
                .filter(model -> !model.at("/model_spec/offline").asBoolean())
                .toList();
    }

    /** The whole list as it came. */
    JsonNode reply() {
        return reply;
    }

    /** Whether the target lists a model. */
    boolean lists(String id) {
        return models.stream().anyMatch(model -> id(model).equals(id));
    }

    Optional<JsonNode> find(String id) {
        return first(model -> id(model).equals(id));
    }

    /** A text-to-video model with a choice of ratios and durations. */
    Optional<JsonNode> plain() {
        return first(model -> isTextToVideo(model)
                && has(model, "aspect_ratios")
                && has(model, "resolutions")
                && shortest(model).isPresent()
                && isStream(model));
    }

    Optional<JsonNode> withoutRatios() {
        return first(model -> !has(model, "aspect_ratios")
                && type(model).equals("image-to-video")
                && shortest(model).isPresent());
    }

    Optional<JsonNode> withoutAudioSwitch() {
        return first(model -> isTextToVideo(model)
                && !constraints(model).path("audio_configurable").asBoolean()
                && has(model, "aspect_ratios"));
    }

    Optional<JsonNode> upscaler() {
        return first(model -> id(model).contains("upscale"));
    }

    Optional<JsonNode> grokReference() {
        return first(model -> id(model).startsWith("grok") && id(model).contains("reference-to-video"));
    }

    /** A model whose camera can be sent on a way. */
    Optional<JsonNode> multiAngle() {
        return first(model -> id(model).endsWith("-multi-angle"));
    }

    Optional<JsonNode> wanReference() {
        return first(model -> isWanReference(id(model)));
    }

    /** A model that makes a clip over and is no upscaler. */
    Optional<JsonNode> videoToVideo() {
        return first(model -> type(model).equals("video") && id(model).contains("video-to-video"));
    }

    static boolean isWanReference(String id) {
        return id.equals("wan-3-0-reference-to-video");
    }

    /** Text-to-video models that suit an errand. */
    List<JsonNode> sellers(JobPurpose purpose) {
        return models.stream()
                .filter(model -> isTextToVideo(model) && shortest(model).isPresent())
                .filter(model -> suits(model, purpose))
                .toList();
    }

    private static boolean suits(JsonNode model, JobPurpose purpose) {
        return switch (purpose) {
            case STREAM, DELETE -> isStream(model);
            case LINK -> id(model).contains("private");
            case PUBLIC_GROK -> id(model).contains("grok") && !id(model).contains("private");
            case UNORDERED -> false;
        };
    }

    /** A model whose announced removal has passed. */
    Optional<JsonNode> removed(Instant now) {
        return first(model -> isPast(model, now) && shortest(model).isPresent());
    }

    private static boolean isPast(JsonNode model, Instant now) {
        var removal = model.at("/model_spec/deprecation/removesAt").asText();
        return !removal.isEmpty() && removal.compareTo(now.toString()) < 0;
    }

    /** The least a model takes: its shortest duration, lowest resolution and first ratio. */
    static ObjectNode smallest(JsonNode model) {
        var request = Json.object().put("model", id(model)).put("prompt", "A gondola crosses the Grand Canal at dawn.");
        shortest(model).ifPresent(duration -> request.put("duration", duration));
        Optional.ofNullable(constraints(model).path("aspect_ratios").path(0).textValue())
                .ifPresent(ratio -> request.put("aspect_ratio", ratio));
        ExpectedFacts.list(constraints(model).path("resolutions")).stream()
                .map(JsonNode::asText)
                .min(Comparator.comparingInt(ModelSample::lines))
                .ifPresent(resolution -> request.put("resolution", resolution));
        return request;
    }

    /** The models whose quotes need no clip and that are not past their removal. */
    List<JsonNode> quotable(Instant now) {
        return models.stream()
                .filter(model -> !type(model).equals("video")
                        && !texts(constraints(model).path("durations")).isEmpty())
                .filter(model -> !isPast(model, now))
                .toList();
    }

    /** The least that a quote needs. */
    static ObjectNode bare(JsonNode model, String duration) {
        return Json.object().put("model", id(model)).put("duration", duration);
    }

    static Optional<String> finest(JsonNode model) {
        return texts(constraints(model).path("resolutions")).stream()
                .filter(text -> lines(text) < 10_000)
                .max(Comparator.comparingInt(ModelSample::lines));
    }

    static List<String> texts(JsonNode list) {
        return ExpectedFacts.list(list).stream().map(JsonNode::asText).toList();
    }

    /** The same without what a quote has no use for. */
    static ObjectNode pricing(ObjectNode request) {
        var pricing = request.deepCopy();
        pricing.remove("prompt");
        return pricing;
    }

    static String id(JsonNode model) {
        return model.path("id").asText();
    }

    static JsonNode constraints(JsonNode model) {
        return model.at("/model_spec/constraints");
    }

    /** The literals of a list as the API's errors name them. */
    static String alternatives(JsonNode model, String list) {
        return String.join(
                " | ",
                ExpectedFacts.list(constraints(model).path(list)).stream()
                        .map(literal -> "'" + literal.asText() + "'")
                        .toList());
    }

    private Optional<JsonNode> first(Predicate<JsonNode> wanted) {
        return models.stream().filter(wanted).findFirst();
    }

    private static boolean isStream(JsonNode model) {
        return !id(model).contains("private") && !id(model).contains("grok");
    }

    private static boolean isTextToVideo(JsonNode model) {
        return type(model).equals("text-to-video") && !id(model).contains("reference");
    }

    private static String type(JsonNode model) {
        return constraints(model).path("model_type").asText();
    }

    private static boolean has(JsonNode model, String list) {
        return !constraints(model).path(list).isEmpty();
    }

    private static Optional<String> shortest(JsonNode model) {
        return ExpectedFacts.list(constraints(model).path("durations")).stream()
                .map(JsonNode::asText)
                .filter(text -> text.matches("\\d{1,3}s"))
                .min(Comparator.comparingInt(text -> Integer.parseInt(text.substring(0, text.length() - 1))));
    }

    private static int lines(String resolution) {
        var text = resolution.toLowerCase(Locale.ROOT);
        if (text.matches("\\d{1,5}p")) {
            return Integer.parseInt(text.substring(0, text.length() - 1));
        }
        return text.equals("2k") ? 1440 : text.equals("4k") ? 2160 : 10_000;
    }
}
