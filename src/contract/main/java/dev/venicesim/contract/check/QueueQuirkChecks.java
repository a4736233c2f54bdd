package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks of queue where documents and observations disagree. None of these requests can be accepted: each has a certain
 * mistake besides.
 */
final class QueueQuirkChecks {

    private static final int LIMIT = 35 * 1024 * 1024;

    private QueueQuirkChecks() {}

    static List<Check> all() {
        return List.of(audioSwitch(), fileDefaults(), unknownField(), aliases(), upscaleResolution(), tooLarge());
    }

    private static Check audioSwitch() {
        return Check.free(
                "queue.audio-flag",
                documented(
                        "Audio is refused where it cannot be configured",
                        "docs/api/disagreements.md, \"Audio on models without the setting\""),
                ExchangeScript.of(
                                "text-to-video model whose audio cannot be configured",
                                CheckRequests.queue(ModelSample::withoutAudioSwitch, body -> body.put("audio", true)),
                                Expectation.detailed()
                                        .issue("audio", "This model does not support audio configuration"))
                        .or(
                                ApiQuirk.AUDIO_FLAG,
                                "ignore",
                                Expectation.detailed().noIssue("audio")),
                ApiQuirk.AUDIO_FLAG);
    }

    private static Check fileDefaults() {
        return Check.free(
                "queue.file-defaults",
                documented(
                        "A default of the OpenAPI file is refused where the model lacks the field",
                        "docs/api/disagreements.md, \"Defaults of the OpenAPI file\""),
                ExchangeScript.of(
                                QueueChecks.PLAIN,
                                CheckRequests.plainQueue(body -> body.put("upscale_factor", 2)),
                                Expectation.detailed()
                                        .issue("upscale_factor", "This model does not support upscale_factor"))
                        .or(
                                ApiQuirk.FILE_DEFAULTS,
                                "ignore",
                                Expectation.detailed().noIssue("upscale_factor")),
                ApiQuirk.FILE_DEFAULTS);
    }

    private static Check unknownField() {
        return Check.free(
                "queue.unknown-field",
                documented(
                        "A field no document names is ignored",
                        "docs/api/disagreements.md, \"Unknown fields of queue\";"
                                + " docs/api/edition-2026-10-02.md#strict-keys"),
                ExchangeScript.of(
                                QueueChecks.PLAIN,
                                CheckRequests.plainQueue(body -> body.put("venice_sim_unknown", 1)),
                                Expectation.detailed().noIssue("venice_sim_unknown"))
                        .or(
                                ApiQuirk.UNKNOWN_FIELDS,
                                "refuse",
                                Expectation.detailed()
                                        .issue(
                                                "venice_sim_unknown",
                                                "Unrecognized key(s) in object: 'venice_sim_unknown'")),
                ApiQuirk.UNKNOWN_FIELDS);
    }

    private static Check aliases() {
        var missing = "At least one reference image is required";
        return Check.free(
                "queue.field-aliases",
                documented(
                        "Only reference_image_urls is read, not referenceImageUrls",
                        "docs/api/disagreements.md, \"Camel case reference field\""),
                ExchangeScript.of(
                                "Grok reference-to-video model",
                                QueueQuirkChecks::aliased,
                                Expectation.detailed()
                                        .where("/issues", "an issue saying \"" + missing + "\"", says(missing)))
                        .or(
                                ApiQuirk.FIELD_ALIASES,
                                "on",
                                Expectation.detailed()
                                        .where(
                                                "/issues",
                                                "no issue saying \"" + missing + "\"",
                                                says(missing).negate())),
                ApiQuirk.FIELD_ALIASES);
    }

    /** Its certain mistake is the address, or that there is none. */
    private static Optional<TargetRequest> aliased(CheckContext session) {
        return session.sample().grokReference().map(model -> {
            var body = ModelSample.smallest(model);
            body.putArray("referenceImageUrls").add("no address at all");
            return CheckRequests.queueOf(body).withKey();
        });
    }

    /** Its certain mistake is the resolution, for an upscaler takes any duration. */
    private static Check upscaleResolution() {
        return Check.free(
                "queue.auto-duration",
                documented(
                        "An upscaler takes the listed Auto, and no resolution",
                        "docs/api/disagreements.md, \"Automatic durations\""),
                ExchangeScript.of(
                                "upscale model",
                                QueueQuirkChecks::upscale,
                                upscaleRefused().noIssue("duration"))
                        .or(
                                ApiQuirk.AUTO_DURATION,
                                "refuse",
                                upscaleRefused()
                                        .where("/details/duration/_errors", "a message", node -> !node.isEmpty())),
                ApiQuirk.AUTO_DURATION);
    }

    private static Expectation upscaleRefused() {
        return Expectation.detailed().issue("resolution", "Use upscale_factor instead of resolution");
    }

    private static Optional<TargetRequest> upscale(CheckContext session) {
        return session.sample()
                .upscaler()
                .map(model -> CheckRequests.queueOf(Json.object()
                                .put("model", ModelSample.id(model))
                                .put("video_url", "https://media.example.com/in-1280x720-10s-30fps.mp4")
                                .put("duration", "Auto")
                                .put("resolution", "1080p"))
                        .withKey());
    }

    /** A prompt that makes the body one byte longer than 35 MiB, which is more than is sent unasked. */
    private static Check tooLarge() {
        var text = "Request body exceeds the maximum allowed size.";
        var table = "The request payload is too large. Please reduce the size of your request.";
        return Check.onRequest(
                "queue.too-large",
                documented(
                        "A body past 35 MB is refused with its code",
                        "docs/api/disagreements.md, \"Body size and its text\""),
                ExchangeScript.of(QueueChecks.PLAIN, QueueQuirkChecks::large, large(text))
                        .or(ApiQuirk.PAYLOAD_TOO_LARGE, "table", large(table)),
                ApiQuirk.PAYLOAD_TOO_LARGE);
    }

    private static Expectation large(String text) {
        return Expectation.status(413)
                .schema("error-payload-too-large")
                .text("/code", "PAYLOAD_TOO_LARGE")
                .text("/error", text);
    }

    private static Optional<TargetRequest> large(CheckContext session) {
        return CheckRequests.plainQueue(body -> body.put("prompt", "x".repeat(LIMIT)))
                .apply(session);
    }

    private static Predicate<JsonNode> says(String message) {
        return issues -> ExpectedFacts.list(issues).stream()
                .anyMatch(issue -> issue.path("message").asText().equals(message));
    }
}
