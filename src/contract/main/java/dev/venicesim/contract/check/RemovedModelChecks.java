package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Optional;

/** Checks of quotes for models that have left the list, or are to leave it. */
final class RemovedModelChecks {

    private RemovedModelChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                                "quote.gone-model",
                                observed(
                                        "A quote of a model that left the list is judged by another model",
                                        "docs/api/edition-2026-10-02.md#removed-models"),
                                ExchangeScript.of(
                                                "model that left the list",
                                                RemovedModelChecks::gone,
                                                Expectation.status(404))
                                        .or(ApiQuirk.REMOVED_MODEL, "remap", Expectation.status(400))
                                        .or(ApiQuirk.REMOVED_MODEL, "410", Expectation.status(410)),
                                ApiQuirk.REMOVED_MODEL)
                        .in(edition -> !Catalog.of(edition).removed().isEmpty()),
                Check.free(
                                "quote.removed-model",
                                documented(
                                        "A model past its removal date is still quoted",
                                        "docs/api/disagreements.md, \"Removal dates\""),
                                ExchangeScript.of(
                                                "model of the edition that was to be removed by now",
                                                RemovedModelChecks::removed,
                                                QuoteChecks.price())
                                        .or(ApiQuirk.DEPRECATION, "clock", Expectation.status(410)),
                                ApiQuirk.DEPRECATION)
                        .in(RemovedModelChecks::announcesAnEnd));
    }

    /** Of the edition's own list, since the target's may leave it out. */
    private static Optional<TargetRequest> removed(CheckContext session) {
        var list = new ModelsReply(Catalog.of(session.schemas().edition()))
                .models("video")
                .orElseThrow();
        return new ModelSample(Json.trusted(list))
                .removed(session.target().time().now())
                .map(model -> CheckRequests.quote(ModelSample.pricing(ModelSample.smallest(model))));
    }

    private static boolean announcesAnEnd(ApiEdition edition) {
        return Catalog.of(edition).listed().stream()
                .anyMatch(model -> !model.card().deprecation().isEmpty());
    }

    /** With a duration that no model has, so that a model which is asked says so. */
    private static Optional<TargetRequest> gone(CheckContext session) {
        return Catalog.of(session.schemas().edition()).removed().stream()
                .findFirst()
                .map(id ->
                        CheckRequests.quote(Json.object().put("model", id).put("duration", CheckRequests.NO_DURATION)));
    }
}
