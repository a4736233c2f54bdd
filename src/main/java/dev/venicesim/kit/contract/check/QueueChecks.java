package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;
import static dev.venicesim.kit.contract.check.Claim.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is claimed of the refusals of queue. None of these requests can be accepted: each has an impossible duration besides. */
final class QueueChecks {

    static final String PLAIN = "text-to-video model with ratios, resolutions and durations";

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
                plain(
                        "queue.unsigned-consents",
                        documented("An attestation that is false is refused", "api-facts 4"),
                        QueueChecks::unsigned,
                        Expectation.detailed()
                                .issue(
                                        "consents.seedance.confirmed_legal_right",
                                        "Invalid literal value, expected true")));
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
}
