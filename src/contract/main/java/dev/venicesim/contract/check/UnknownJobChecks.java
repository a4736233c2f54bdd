package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of retrieve and complete where nothing was queued. */
final class UnknownJobChecks {

    private static final String NOT_FOUND =
            "Media could not be found. Request may may be invalid, expired, or deleted.";
    private static final String NOT_FOUND_ONCE =
            "Media could not be found. Request may be invalid, expired, or deleted.";
    private static final String NO_ID = "Request ID is invalid.";

    private UnknownJobChecks() {}

    static List<Check> all() {
        var noModel = CheckRequests.job().without(Set.of("model"));
        return List.of(
                Check.free(
                        "retrieve.unknown-id",
                        documented(
                                "An id nobody was given is not found",
                                "docs/api/disagreements.md, \"Unknown queue ids\""),
                        ExchangeScript.of(CheckRequests.retrieve(CheckRequests.job()), notFound())
                                .or(ApiQuirk.UNKNOWN_QUEUE_ID, "400", Expectation.error(400, NO_ID))
                                .or(
                                        ApiQuirk.MEDIA_NOT_FOUND_TEXT,
                                        "single-may",
                                        Expectation.error(404, NOT_FOUND_ONCE)),
                        ApiQuirk.UNKNOWN_QUEUE_ID,
                        ApiQuirk.MEDIA_NOT_FOUND_TEXT),
                Check.free(
                        "retrieve.unlisted-model",
                        observed(
                                "Retrieve with a model nobody lists is told so",
                                "docs/api/edition-2026-10-02.md#retrieve-with-an-unlisted-model"),
                        ExchangeScript.of(
                                        CheckRequests.retrieve(
                                                CheckRequests.job().put("model", CheckRequests.NO_MODEL)),
                                        notFound())
                                .or(ApiQuirk.UNKNOWN_QUEUE_ID, "400", Expectation.error(400, NO_ID))
                                .or(ApiQuirk.MEDIA_NOT_FOUND_TEXT, "single-may", Expectation.error(404, NOT_FOUND_ONCE))
                                .or(
                                        ApiQuirk.RETRIEVE_UNLISTED_MODEL,
                                        "404",
                                        Expectation.error(404, "Specified model not found"))
                                .or(
                                        Map.of(
                                                ApiQuirk.RETRIEVE_UNLISTED_MODEL.label(),
                                                "404",
                                                ApiQuirk.UNKNOWN_MODEL.label(),
                                                "404-named"),
                                        Expectation.status(404)
                                                .where(
                                                        "/error",
                                                        "the model's name in it",
                                                        node -> node.asText()
                                                                .startsWith("Specified model not found: "
                                                                        + CheckRequests.NO_MODEL))),
                        ApiQuirk.RETRIEVE_UNLISTED_MODEL),
                Check.free(
                        "retrieve.missing-model",
                        documented(
                                "Retrieve needs the model",
                                "docs/api/disagreements.md, \"Missing model on retrieve and complete\""),
                        missingModel(CheckRequests.retrieve(noModel.deepCopy()))
                                .or(ApiQuirk.MISSING_MODEL, "lenient", notFound())
                                .or(
                                        Map.of(
                                                ApiQuirk.MISSING_MODEL.label(),
                                                "lenient",
                                                ApiQuirk.UNKNOWN_QUEUE_ID.label(),
                                                "400"),
                                        Expectation.error(400, NO_ID)),
                        ApiQuirk.MISSING_MODEL),
                Check.free(
                        "retrieve.unknown-field",
                        documented(
                                "Retrieve takes no further fields",
                                "docs/api/retrieve.md, \"Fields of a retrieve request\""),
                        ExchangeScript.of(
                                CheckRequests.retrieve(CheckRequests.job().put("extra", 1)), unrecognized())),
                Check.free(
                        "retrieve.id-type",
                        documented("queue_id is a text", "docs/api/retrieve.md, \"Fields of a retrieve request\""),
                        ExchangeScript.of(
                                CheckRequests.retrieve(CheckRequests.job().put("queue_id", 5)),
                                Expectation.detailed().issue("queue_id", "Expected string, received number"))),
                Check.free(
                        "retrieve.flag-type",
                        documented(
                                "delete_media_on_completion is a boolean",
                                "docs/api/retrieve.md, \"Fields of a retrieve request\""),
                        ExchangeScript.of(
                                CheckRequests.retrieve(CheckRequests.job().put("delete_media_on_completion", "true")),
                                Expectation.detailed()
                                        .issue("delete_media_on_completion", "Expected boolean, received string"))),
                Check.free(
                        "retrieve.nobody",
                        documented(
                                "Who names nobody is told how to pay",
                                "docs/api/wallets.md, \"The offer without credentials\""),
                        ExpectedRefusals.nobody(TargetRequest.post("/video/retrieve", CheckRequests.job())),
                        ApiQuirk.DISCOVERY_TEXT),
                Check.free(
                        "retrieve.bad-key",
                        documented("A key nobody holds is refused", "docs/api/errors.md, \"Refused keys\""),
                        ExpectedRefusals.badKey(TargetRequest.post("/video/retrieve", CheckRequests.job())),
                        ApiQuirk.ERROR_CODES),
                Check.free(
                        "complete.unknown-id",
                        documented(
                                "Complete refuses an id nobody was given",
                                "docs/api/disagreements.md, \"Complete for unknown ids\""),
                        ExchangeScript.of(CheckRequests.complete(CheckRequests.job()), Expectation.error(400, NO_ID))
                                .or(ApiQuirk.COMPLETE_UNKNOWN, "404", Expectation.status(404)),
                        ApiQuirk.COMPLETE_UNKNOWN),
                Check.free(
                        "complete.missing-model",
                        documented(
                                "Complete needs the model",
                                "docs/api/disagreements.md, \"Missing model on retrieve and complete\""),
                        missingModel(CheckRequests.complete(noModel.deepCopy()))
                                .or(ApiQuirk.MISSING_MODEL, "lenient", Expectation.error(400, NO_ID)),
                        ApiQuirk.MISSING_MODEL),
                Check.free(
                        "complete.unknown-field",
                        documented(
                                "Complete takes no further fields",
                                "docs/api/complete.md, \"Fields of a complete request\""),
                        ExchangeScript.of(
                                CheckRequests.complete(CheckRequests.job().put("extra", 1)), unrecognized())),
                Check.free(
                        "complete.id-type",
                        documented("queue_id is a text", "docs/api/complete.md, \"Fields of a complete request\""),
                        ExchangeScript.of(
                                CheckRequests.complete(CheckRequests.job().put("queue_id", 5)),
                                Expectation.detailed().issue("queue_id", "Expected string, received number"))),
                Check.free(
                        "complete.nobody",
                        documented(
                                "Who names nobody is told how to pay",
                                "docs/api/wallets.md, \"The offer without credentials\""),
                        ExpectedRefusals.nobody(TargetRequest.post("/video/complete", CheckRequests.job())),
                        ApiQuirk.DISCOVERY_TEXT),
                Check.free(
                        "complete.bad-key",
                        documented("A key nobody holds is refused", "docs/api/errors.md, \"Refused keys\""),
                        ExpectedRefusals.badKey(TargetRequest.post("/video/complete", CheckRequests.job())),
                        ApiQuirk.ERROR_CODES));
    }

    static Expectation notFound() {
        return Expectation.error(404, NOT_FOUND);
    }

    static Expectation notFoundOnce() {
        return Expectation.error(404, NOT_FOUND_ONCE);
    }

    static Expectation noId() {
        return Expectation.error(400, NO_ID);
    }

    private static ExchangeScript missingModel(TargetRequest call) {
        return ExchangeScript.of(call, Expectation.detailed().issue("model", "Required"))
                .or(ApiQuirk.MISSING_MODEL, "plain", Expectation.error(400, "model is required"));
    }

    private static Expectation unrecognized() {
        return Expectation.detailed().issue("extra", "Unrecognized key(s) in object: 'extra'");
    }
}
