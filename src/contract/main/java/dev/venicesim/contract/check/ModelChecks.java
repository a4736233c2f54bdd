package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.contract.http.TargetRequest;
import java.util.HashSet;
import java.util.List;

/** Checks of the models list. */
final class ModelChecks {

    private static final String LIST = "/models?type=video";

    private ModelChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "models.video-list",
                        Requirement.documented(
                                "GET /models?type=video answers the list of video models",
                                "docs/api/models.md, \"The list of video models\""),
                        ExchangeScript.of(TargetRequest.get(LIST), list())),
                Check.free(
                        "models.only-videos",
                        Requirement.documented(
                                "Every entry is a video model with its constraints",
                                "docs/api/models.md, \"Constraints of a video model\""),
                        ExchangeScript.of(TargetRequest.get(LIST), onlyVideos())),
                Check.free(
                        "models.ids",
                        Requirement.documented(
                                "Every model has an id of its own", "docs/api/models.md, \"The list of video models\""),
                        ExchangeScript.of(TargetRequest.get(LIST), ownIds())),
                Check.free(
                        "models.no-pricing",
                        Requirement.observed(
                                "Video entries carry no pricing", "docs/api/models.md, \"No prices in entries\""),
                        ExchangeScript.of(TargetRequest.get(LIST), noPricing())),
                Check.free(
                        "models.default-type",
                        Requirement.documented(
                                "Without a type the list is of text models",
                                "docs/api/models.md, \"The list of video models\""),
                        ExchangeScript.of(TargetRequest.get("/models"), list("text"))),
                Check.free(
                        "models.bad-type",
                        Requirement.observed(
                                "An unknown type is a Zod union error",
                                "docs/api/models.md, \"The list of video models\""),
                        ExchangeScript.of(
                                        TargetRequest.get("/models?type=bad"),
                                        Expectation.detailed().text("/issues/0/code", "invalid_union"))
                                .byOwner()),
                Check.free(
                                "models.decisions",
                                Requirement.observed(
                                        "Decisions are a type of model",
                                        "docs/api/edition-2026-10-02.md#values-that-were-added"),
                                ExchangeScript.of(TargetRequest.get("/models?type=decision"), list("decision")))
                        .in(edition -> EditionFiles.schema(edition, "models-reply")
                                .toString()
                                .contains("\"decision\"")),
                Check.free(
                        "models.bad-key",
                        Requirement.observed(
                                "A key nobody holds is ignored", "docs/api/models.md, \"The list of video models\""),
                        ExchangeScript.of(TargetRequest.get(LIST).withBadKey(), list())),
                Check.free(
                        "models.traits",
                        Requirement.documented(
                                "Traits of video models are an object of ids",
                                "docs/api/models.md, \"Traits and compatibility\""),
                        ExchangeScript.of(
                                TargetRequest.get("/models/traits?type=video"),
                                Expectation.status(200)
                                        .schema("models-traits-reply")
                                        .text("/type", "video"))),
                Check.free(
                        "models.compatibility",
                        Requirement.documented(
                                "The compatibility mapping is an object of ids",
                                "docs/api/models.md, \"Traits and compatibility\""),
                        ExchangeScript.of(
                                TargetRequest.get("/models/compatibility_mapping?type=video"),
                                Expectation.status(200)
                                        .schema("models-compatibility-reply")
                                        .text("/type", "video"))),
                Check.free(
                        "headers.version",
                        Requirement.documented(
                                "Every reply names the API's version",
                                "docs/api/limits-and-headers.md, \"Headers of every reply\""),
                        ExchangeScript.of(
                                TargetRequest.get(LIST),
                                Expectation.status(200)
                                        .header(
                                                "x-venice-version",
                                                "a date and a time such as 20260617.005428",
                                                text -> text.matches("20\\d{6}\\.\\d{6}")))),
                Check.free(
                        "headers.ray",
                        Requirement.documented(
                                "Every reply carries CF-RAY",
                                "docs/api/limits-and-headers.md, \"Headers of every reply\""),
                        ExchangeScript.of(
                                TargetRequest.get(LIST), Expectation.status(200).header("CF-RAY"))));
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
                        data -> ExpectedFacts.list(data).stream().allMatch(ModelChecks::isVideo));
    }

    private static boolean isVideo(JsonNode model) {
        return model.path("type").asText().equals("video")
                && ModelSample.constraints(model).path("durations").isArray();
    }

    private static Expectation ownIds() {
        return Expectation.status(200).where("/data", "an id in each, and none twice", data -> {
            var ids = ExpectedFacts.list(data).stream().map(ModelSample::id).toList();
            return ids.stream().noneMatch(String::isEmpty) && new HashSet<>(ids).size() == ids.size();
        });
    }

    private static Expectation noPricing() {
        return Expectation.status(200)
                .where(
                        "/data",
                        "no model_spec.pricing in any",
                        data -> ExpectedFacts.list(data).stream()
                                .allMatch(
                                        model -> model.at("/model_spec/pricing").isEmpty()));
    }
}
