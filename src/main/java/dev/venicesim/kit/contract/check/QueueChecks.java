package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;
import static dev.venicesim.kit.contract.check.Claim.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is claimed of the refusals of queue. None of these requests can be accepted: each has an impossible duration besides. */
final class QueueChecks {

    private static final String PLAIN = "text-to-video model with ratios, resolutions and durations";

    private QueueChecks() {}

    static List<Check> all() {
        return List.of(
                plain(
                        "queue.bad-duration",
                        observed("A duration off the model's list is an enum error with the literals", "observed A5"),
                        body -> {},
                        Expectation.detailed()
                                .where("/issues", "code invalid_enum_value at duration", QueueChecks::durationEnum)),
                plain(
                        "queue.details-mirror-issues",
                        observed("Every message stands in details under its field too", "observed A5"),
                        body -> {},
                        Expectation.detailed()
                                .where(
                                        "/details/duration/_errors/0",
                                        "the message of the issue",
                                        node -> node.asText().startsWith("Invalid enum value. Expected "))),
                plain(
                        "queue.missing-prompt",
                        documented("A prompt is needed", "api-facts 1.3"),
                        body -> body.remove("prompt"),
                        Expectation.detailed().issue("prompt", "Required")),
                plain(
                        "queue.empty-prompt",
                        documented("A prompt has at least one character", "api-facts 1.3"),
                        body -> body.put("prompt", ""),
                        Expectation.detailed().issue("prompt", "String must contain at least 1 character(s)")),
                Check.free(
                        "queue.long-prompt",
                        documented("A prompt past the model's limit is too long", "api-facts 11 #39"),
                        Exchange.of(PLAIN, QueueChecks::longPrompt, QueueChecks::tooLong)),
                plain(
                        "queue.prompt-type",
                        observed("A prompt that is a number is a type error", "observed A5"),
                        body -> body.put("prompt", 5),
                        Expectation.detailed().issue("prompt", "Expected string, received number")),
                plain(
                        "queue.missing-ratio",
                        observed("A ratio is needed where the model lists some", "observed A2"),
                        body -> body.remove("aspect_ratio"),
                        Expectation.detailed().issue("aspect_ratio", "Required")),
                of(
                        "queue.ratio-unsupported",
                        observed("A ratio is refused where the model lists none", "observed A5"),
                        "image-to-video model without ratios",
                        Sample::withoutRatios,
                        body -> body.put("image_url", "https://media.example.com/a-1280x720.png")
                                .put("aspect_ratio", "16:9"),
                        Expectation.detailed().issue("aspect_ratio", "This model does not support aspect_ratio")),
                of(
                        "queue.missing-image",
                        observed("An image-to-video model needs an image", "observed A5"),
                        "image-to-video model without ratios",
                        Sample::withoutRatios,
                        body -> body.put("duration", Ask.NO_DURATION),
                        Expectation.detailed().where("/issues", "an issue at image_url", QueueChecks::imageMissing)),
                audioSwitch(),
                plain(
                        "queue.unsigned-consents",
                        documented("An attestation that is false is refused", "api-facts 4"),
                        QueueChecks::unsigned,
                        Expectation.detailed()
                                .issue(
                                        "consents.seedance.confirmed_legal_right",
                                        "Invalid literal value, expected true")),
                unknownField(),
                aliases(),
                upscaleResolution(),
                Check.free(
                        "queue.unknown-model",
                        documented("An unlisted model is not found", "api-facts 11 #58"),
                        Refusals.unknownModel(
                                queue(anyBody().put("model", Ask.NO_MODEL)).withKey()),
                        Quirk.UNKNOWN_MODEL),
                Check.free(
                        "queue.broken-json",
                        observed("A body that is no JSON is refused in words", "observed A5"),
                        Exchange.of(
                                Call.post("/video/queue", "{\"model\":", "application/json")
                                        .withKey(),
                                Expectation.error(400, "Invalid JSON request"))),
                Check.free(
                        "queue.bad-key",
                        documented("A key nobody holds is refused", "api-facts 2.1"),
                        Refusals.badKey(queue(anyBody()))),
                Check.free(
                        "queue.nobody",
                        documented("Who names nobody is told how to pay", "api-facts 3.2"),
                        Refusals.nobody(queue(anyBody())),
                        Quirk.DISCOVERY_TEXT),
                Check.free(
                        "queue.payment-header",
                        documented("The 402 repeats its offer in PAYMENT-REQUIRED", "api-facts 3.3"),
                        Exchange.of(
                                queue(anyBody()),
                                Expectation.status(402)
                                        .header(
                                                "PAYMENT-REQUIRED",
                                                "base64 of a JSON object",
                                                QueueChecks::isBase64Json))));
    }

    private static Check plain(String id, Claim claim, Consumer<ObjectNode> change, Expectation expected) {
        return of(id, claim, PLAIN, Sample::plain, change, expected);
    }

    private static Check of(
            String id,
            Claim claim,
            String needs,
            Function<Sample, Optional<JsonNode>> model,
            Consumer<ObjectNode> change,
            Expectation expected) {
        return Check.free(id, claim, Exchange.of(needs, Ask.queue(model, change), expected));
    }

    private static Check audioSwitch() {
        return Check.free(
                "queue.audio-flag",
                documented("Audio is refused where it cannot be configured", "api-facts 11 #43"),
                Exchange.of(
                                "text-to-video model whose audio cannot be configured",
                                Ask.queue(Sample::withoutAudioSwitch, body -> body.put("audio", true)),
                                Expectation.detailed()
                                        .issue("audio", "This model does not support audio configuration"))
                        .or(Quirk.AUDIO_FLAG, "ignore", Expectation.detailed().noIssue("audio")),
                Quirk.AUDIO_FLAG);
    }

    private static Check unknownField() {
        return Check.free(
                "queue.unknown-field",
                documented("A field no document names is ignored", "api-facts 11 #31"),
                Exchange.of(
                                PLAIN,
                                Ask.plainQueue(body -> body.put("venice_sim_unknown", 1)),
                                Expectation.detailed().noIssue("venice_sim_unknown"))
                        .or(
                                Quirk.UNKNOWN_FIELDS,
                                "refuse",
                                Expectation.detailed()
                                        .issue(
                                                "venice_sim_unknown",
                                                "Unrecognized key(s) in object: 'venice_sim_unknown'")),
                Quirk.UNKNOWN_FIELDS);
    }

    private static Check aliases() {
        var missing = "At least one reference image is required";
        return Check.free(
                "queue.field-aliases",
                documented("Only reference_image_urls is read, not referenceImageUrls", "api-facts 11 #6"),
                Exchange.of(
                                "Grok reference-to-video model",
                                QueueChecks::aliased,
                                Expectation.detailed()
                                        .where("/issues", "an issue saying \"" + missing + "\"", says(missing)))
                        .or(
                                Quirk.FIELD_ALIASES,
                                "on",
                                Expectation.detailed()
                                        .where(
                                                "/issues",
                                                "no issue saying \"" + missing + "\"",
                                                says(missing).negate())),
                Quirk.FIELD_ALIASES);
    }

    /** Its certain mistake is the address, or that there is none. */
    private static Optional<Call> aliased(Session session) {
        return session.sample().grokReference().map(model -> {
            var body = Sample.smallest(model);
            body.putArray("referenceImageUrls").add("no address at all");
            return queue(body).withKey();
        });
    }

    /** Its certain mistake is the resolution, for an upscaler takes any duration. */
    private static Check upscaleResolution() {
        return Check.free(
                "queue.auto-duration",
                documented("An upscaler takes the listed Auto, and no resolution", "api-facts 5.2, 11 #4"),
                Exchange.of(
                                "upscale model",
                                QueueChecks::upscale,
                                upscaleRefused().noIssue("duration"))
                        .or(
                                Quirk.AUTO_DURATION,
                                "refuse",
                                upscaleRefused()
                                        .where("/details/duration/_errors", "a message", node -> !node.isEmpty())),
                Quirk.AUTO_DURATION);
    }

    private static Expectation upscaleRefused() {
        return Expectation.detailed().issue("resolution", "Use upscale_factor instead of resolution");
    }

    private static Optional<Call> upscale(Session session) {
        return session.sample()
                .upscaler()
                .map(model -> queue(Json.object()
                                .put("model", Sample.id(model))
                                .put("video_url", "https://media.example.com/in-1280x720-10s-30fps.mp4")
                                .put("duration", "Auto")
                                .put("resolution", "1080p"))
                        .withKey());
    }

    private static Optional<Call> longPrompt(Session session) {
        return Ask.plainQueue(body -> body.put("prompt", "x".repeat(limit(session) + 1)))
                .apply(session);
    }

    private static Expectation tooLong(Session session) {
        return Expectation.detailed()
                .issue("prompt", "String must contain at most " + limit(session) + " character(s)");
    }

    private static int limit(Session session) {
        return session.sample()
                .plain()
                .map(model ->
                        Sample.constraints(model).path("prompt_character_limit").asInt(2500))
                .orElse(2500);
    }

    private static void unsigned(ObjectNode body) {
        body.putObject("consents")
                .putObject("seedance")
                .put("confirmed_terms_and_privacy", true)
                .put("confirmed_legal_right", false)
                .put("confirmed_screening_acknowledged", true);
    }

    private static Call queue(ObjectNode body) {
        return Call.post("/video/queue", body);
    }

    private static ObjectNode anyBody() {
        return Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put("prompt", "a gondola")
                .put("duration", Ask.NO_DURATION);
    }

    private static boolean durationEnum(JsonNode issues) {
        return Facts.list(issues).stream()
                .anyMatch(issue -> issue.path("code").asText().equals("invalid_enum_value")
                        && issue.at("/path/0").asText().equals("duration")
                        && issue.path("received").asText().equals(Ask.NO_DURATION)
                        && issue.path("options").isArray());
    }

    private static boolean imageMissing(JsonNode issues) {
        return Facts.list(issues).stream()
                .anyMatch(issue -> issue.at("/path/0").asText().equals("image_url"));
    }

    private static java.util.function.Predicate<JsonNode> says(String message) {
        return issues -> Facts.list(issues).stream()
                .anyMatch(issue -> issue.path("message").asText().equals(message));
    }

    private static boolean isBase64Json(String text) {
        try {
            return Json.read(java.util.Base64.getDecoder().decode(text)).isObject();
        } catch (java.io.IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
