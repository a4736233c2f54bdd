package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Checks of the refusals of queue. None of these requests can be accepted: each has an impossible duration besides. */
final class QueueChecks {

    static final String PLAIN = "text-to-video model with ratios, resolutions and durations";

    private QueueChecks() {}

    static List<Check> all() {
        return List.of(
                plain(
                        "queue.bad-duration",
                        observed(
                                "A duration off the model's list is an enum error with the literals",
                                "docs/api/errors.md, \"Issues\""),
                        body -> {},
                        Expectation.detailed()
                                .where("/issues", "code invalid_enum_value at duration", QueueChecks::durationEnum)),
                plain(
                        "queue.details-mirror-issues",
                        observed(
                                "Every message stands in details under its field too",
                                "docs/api/errors.md, \"Details mirror the issues\""),
                        body -> {},
                        Expectation.detailed()
                                .where(
                                        "/details/duration/_errors/0",
                                        "the message of the issue",
                                        node -> node.asText().startsWith("Invalid enum value. Expected "))),
                plain(
                        "queue.missing-prompt",
                        documented("A prompt is needed", "docs/api/queue.md, \"The prompt\""),
                        body -> body.remove("prompt"),
                        Expectation.detailed().issue("prompt", "Required")),
                plain(
                        "queue.empty-prompt",
                        documented("A prompt has at least one character", "docs/api/queue.md, \"The prompt\""),
                        body -> body.put("prompt", ""),
                        Expectation.detailed().issue("prompt", "String must contain at least 1 character(s)")),
                Check.free(
                        "queue.long-prompt",
                        documented(
                                "A prompt past the model's limit is too long",
                                "docs/api/disagreements.md, \"Prompt limits\""),
                        ExchangeScript.of(PLAIN, QueueChecks::longPrompt, QueueChecks::tooLong)),
                plain(
                        "queue.prompt-type",
                        observed("A prompt that is a number is a type error", "docs/api/errors.md, \"Issues\""),
                        body -> body.put("prompt", 5),
                        Expectation.detailed().issue("prompt", "Expected string, received number")),
                plain(
                        "queue.missing-ratio",
                        observed("A ratio is needed where the model lists some", "docs/api/queue.md, \"Ratios\""),
                        body -> body.remove("aspect_ratio"),
                        Expectation.detailed().issue("aspect_ratio", "Required")),
                of(
                        "queue.ratio-unsupported",
                        observed("A ratio is refused where the model lists none", "docs/api/queue.md, \"Ratios\""),
                        "image-to-video model without ratios",
                        ModelSample::withoutRatios,
                        body -> body.put("image_url", "https://media.example.com/a-1280x720.png")
                                .put("aspect_ratio", "16:9"),
                        Expectation.detailed().issue("aspect_ratio", "This model does not support aspect_ratio")),
                of(
                        "queue.missing-image",
                        observed("An image-to-video model needs an image", "docs/api/queue.md, \"Required media\""),
                        "image-to-video model without ratios",
                        ModelSample::withoutRatios,
                        body -> body.put("duration", CheckRequests.NO_DURATION),
                        Expectation.detailed().where("/issues", "an issue at image_url", QueueChecks::imageMissing)),
                plain(
                        "queue.unsigned-consents",
                        documented(
                                "An attestation that is false is refused",
                                "docs/api/consent-and-content.md, \"Giving consent\""),
                        QueueChecks::unsigned,
                        Expectation.detailed()
                                .issue(
                                        "consents.seedance.confirmed_legal_right",
                                        "Invalid literal value, expected true")));
    }

    private static Check plain(String id, Requirement claim, Consumer<ObjectNode> change, Expectation expected) {
        return of(id, claim, PLAIN, ModelSample::plain, change, expected);
    }

    private static Check of(
            String id,
            Requirement claim,
            String needs,
            Function<ModelSample, Optional<JsonNode>> model,
            Consumer<ObjectNode> change,
            Expectation expected) {
        return Check.free(id, claim, ExchangeScript.of(needs, CheckRequests.queue(model, change), expected));
    }

    private static Optional<TargetRequest> longPrompt(CheckContext session) {
        return CheckRequests.plainQueue(body -> body.put("prompt", "x".repeat(limit(session) + 1)))
                .apply(session);
    }

    private static Expectation tooLong(CheckContext session) {
        return Expectation.detailed()
                .issue("prompt", "String must contain at most " + limit(session) + " character(s)");
    }

    private static int limit(CheckContext session) {
        return session.sample()
                .plain()
                .map(model -> ModelSample.constraints(model)
                        .path("prompt_character_limit")
                        .asInt(2500))
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
        return ExpectedFacts.list(issues).stream()
                .anyMatch(issue -> issue.path("code").asText().equals("invalid_enum_value")
                        && issue.at("/path/0").asText().equals("duration")
                        && issue.path("received").asText().equals(CheckRequests.NO_DURATION)
                        && issue.path("options").isArray());
    }

    private static boolean imageMissing(JsonNode issues) {
        return ExpectedFacts.list(issues).stream()
                .anyMatch(issue -> issue.at("/path/0").asText().equals("image_url"));
    }
}
