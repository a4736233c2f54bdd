package dev.venicesim.kit.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;

/** What is claimed of the models list. */
final class ModelChecks {

    private static final String LIST = "/models?type=video";

    private ModelChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "models.video-list",
                        Claim.documented("GET /models?type=video answers the list of video models", "api-facts 1.7"),
                        Exchange.of(Call.get(LIST), list())),
                Check.free(
                        "models.only-videos",
                        Claim.documented("Every entry is a video model with its constraints", "api-facts 1.7"),
                        Exchange.of(Call.get(LIST), onlyVideos())),
                Check.free(
                        "models.no-pricing",
                        Claim.observed("Video entries carry no pricing", "api-facts 1.7, observed A8"),
                        Exchange.of(Call.get(LIST), noPricing())),
                Check.free(
                        "models.default-type",
                        Claim.documented("Without a type the list is of text models", "api-facts 1.7"),
                        Exchange.of(Call.get("/models"), list("text"))),
                Check.free(
                        "models.bad-type",
                        Claim.observed("An unknown type is a Zod union error", "observed A5"),
                        Exchange.of(
                                Call.get("/models?type=bad"),
                                Expectation.detailed().text("/issues/0/code", "invalid_union"))),
                Check.free(
                        "models.bad-key",
                        Claim.observed("A key nobody holds is ignored", "observed A8"),
                        Exchange.of(Call.get(LIST).withBadKey(), list())),
                Check.free(
                        "models.traits",
                        Claim.documented("Traits of video models are an object of ids", "api-facts 1.8"),
                        Exchange.of(
                                Call.get("/models/traits?type=video"),
                                Expectation.status(200)
                                        .schema("models-traits-reply")
                                        .text("/type", "video"))),
                Check.free(
                        "models.compatibility",
                        Claim.documented("The compatibility mapping is an object of ids", "api-facts 1.8"),
                        Exchange.of(
                                Call.get("/models/compatibility_mapping?type=video"),
                                Expectation.status(200)
                                        .schema("models-compatibility-reply")
                                        .text("/type", "video"))),
                Check.free(
                        "headers.version",
                        Claim.documented("Every reply names the API's version", "api-facts 1.15"),
                        Exchange.of(
                                Call.get(LIST),
                                Expectation.status(200)
                                        .header(
                                                "x-venice-version",
                                                "a date and a time such as 20260617.005428",
                                                text -> text.matches("20\\d{6}\\.\\d{6}")))),
                Check.free(
                        "headers.ray",
                        Claim.documented("Every reply carries CF-RAY", "api-facts 1.15"),
                        Exchange.of(Call.get(LIST), Expectation.status(200).header("CF-RAY"))));
    }

    private static Expectation list() {
        return list("video").where("/data", "at least one model", data -> data.isArray() && !data.isEmpty());
    }

    private static Expectation list(String type) {
        return Expectation.status(200)
                .schema("models-reply")
                .text("/object", "list")
                .text("/type", type);
    }

    private static Expectation onlyVideos() {
        return Expectation.status(200)
                .where(
                        "/data",
                        "type video and model_spec.constraints in each",
                        data -> Facts.list(data).stream().allMatch(ModelChecks::isVideo));
    }

    private static boolean isVideo(JsonNode model) {
        return model.path("type").asText().equals("video")
                && Sample.constraints(model).path("durations").isArray();
    }

    private static Expectation noPricing() {
        return Expectation.status(200)
                .where(
                        "/data",
                        "no model_spec.pricing in any",
                        data -> Facts.list(data).stream()
                                .allMatch(
                                        model -> model.at("/model_spec/pricing").isEmpty()));
    }
}
