package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.contract.http.TargetRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks that queue finds nothing wrong with what is legal: the impossible duration beside it is the only issue. */
final class LegalValueChecks {

    private static final String PICTURE = "https://media.example.com/in-1280x720.png";

    private LegalValueChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "queue.legal-values",
                        documented("The edge of what a model lists is legal", "docs/api/queue.md, \"The prompt\""),
                        ExchangeScript.of(QueueChecks.PLAIN, LegalValueChecks::edges, onlyDuration())),
                Check.free(
                        "queue.legal-fields",
                        documented(
                                "Fields that a model takes are legal together",
                                "docs/api/queue.md, \"Required media\""),
                        ExchangeScript.of(
                                "model that takes a second picture", LegalValueChecks::pictures, onlyDuration())));
    }

    private static Expectation onlyDuration() {
        return Expectation.detailed()
                .where(
                        "/issues",
                        "one issue, and that at duration",
                        issues -> issues.size() == 1
                                && issues.at("/0/path/0").asText().equals("duration"));
    }

    private static Optional<TargetRequest> edges(CheckContext session) {
        return session.sample().plain().map(model -> {
            var limit = ModelSample.constraints(model)
                    .path("prompt_character_limit")
                    .asInt(2500);
            var body = impossible(model).put("prompt", "x".repeat(limit)).put("negative_prompt", "blurred");
            ModelSample.finest(model).ifPresent(most -> body.put("resolution", most));
            if (ModelSample.texts(ModelSample.constraints(model).path("aspect_ratios"))
                    .contains("9:16")) {
                body.put("aspect_ratio", "9:16");
            }
            if (ModelSample.constraints(model).path("audio_configurable").asBoolean()) {
                body.put("audio", false);
            }
            return CheckRequests.queueOf(body).withKey();
        });
    }

    private static Optional<TargetRequest> pictures(CheckContext session) {
        var catalog = Catalog.of(session.schemas().edition());
        Comparator<Model> more = Comparator.comparing(model -> !model.rules().accepts(RequestField.BITRATE_MODE));
        return catalog.listed().stream()
                .filter(model -> model.rules().requires(RequestField.IMAGE_URL)
                        && model.rules().accepts(RequestField.END_IMAGE_URL)
                        && session.sample().find(model.id()).isPresent())
                .min(more)
                .map(model -> {
                    var body = impossible(session.sample().find(model.id()).get());
                    body.put("image_url", PICTURE).put("end_image_url", PICTURE);
                    if (model.rules().accepts(RequestField.BITRATE_MODE)) {
                        body.put("bitrate_mode", "high");
                    }
                    return CheckRequests.queueOf(body).withKey();
                });
    }

    private static ObjectNode impossible(JsonNode model) {
        return ModelSample.smallest(model).put("duration", CheckRequests.NO_DURATION);
    }
}
