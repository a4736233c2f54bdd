package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is claimed of queue where documents and observations disagree. None of these requests can be accepted: each has a certain mistake besides. */
final class QueueQuirkChecks {

    private static final int LIMIT = 35 * 1024 * 1024;

    private QueueQuirkChecks() {}

    static List<Check> all() {
        return List.of(audioSwitch(), unknownField(), aliases(), upscaleResolution(), tooLarge());
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
                                QueueChecks.PLAIN,
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
                                QueueQuirkChecks::aliased,
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
            return Ask.queueOf(body).withKey();
        });
    }

    /** Its certain mistake is the resolution, for an upscaler takes any duration. */
    private static Check upscaleResolution() {
        return Check.free(
                "queue.auto-duration",
                documented("An upscaler takes the listed Auto, and no resolution", "api-facts 5.2, 11 #4"),
                Exchange.of(
                                "upscale model",
                                QueueQuirkChecks::upscale,
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
                .map(model -> Ask.queueOf(Json.object()
                                .put("model", Sample.id(model))
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
                documented("A body past 35 MB is refused with its code", "api-facts 11 #37"),
                Exchange.of(QueueChecks.PLAIN, QueueQuirkChecks::large, large(text))
                        .or(Quirk.PAYLOAD_TOO_LARGE, "table", large(table)),
                Quirk.PAYLOAD_TOO_LARGE);
    }

    private static Expectation large(String text) {
        return Expectation.status(413)
                .schema("error-payload-too-large")
                .text("/code", "PAYLOAD_TOO_LARGE")
                .text("/error", text);
    }

    private static Optional<Call> large(Session session) {
        return Ask.plainQueue(body -> body.put("prompt", "x".repeat(LIMIT))).apply(session);
    }

    private static Predicate<JsonNode> says(String message) {
        return issues -> Facts.list(issues).stream()
                .anyMatch(issue -> issue.path("message").asText().equals(message));
    }
}
