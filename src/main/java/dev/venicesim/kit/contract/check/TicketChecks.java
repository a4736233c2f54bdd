package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is claimed of retrieve and complete where nothing was queued. */
final class TicketChecks {

    private static final String NOT_FOUND =
            "Media could not be found. Request may may be invalid, expired, or deleted.";
    private static final String NOT_FOUND_ONCE =
            "Media could not be found. Request may be invalid, expired, or deleted.";
    private static final String NO_ID = "Request ID is invalid.";

    private TicketChecks() {}

    static List<Check> all() {
        var noModel = Ask.job().without(Set.of("model"));
        return List.of(
                Check.free(
                        "retrieve.unknown-id",
                        documented("An id nobody was given is not found", "api-facts 11 #21"),
                        Exchange.of(Ask.retrieve(Ask.job()), notFound())
                                .or(Quirk.UNKNOWN_QUEUE_ID, "400", Expectation.error(400, NO_ID))
                                .or(Quirk.MEDIA_NOT_FOUND_TEXT, "single-may", Expectation.error(404, NOT_FOUND_ONCE)),
                        Quirk.UNKNOWN_QUEUE_ID,
                        Quirk.MEDIA_NOT_FOUND_TEXT),
                Check.free(
                        "retrieve.missing-model",
                        documented("Retrieve needs the model", "api-facts 11 #20"),
                        missingModel(Ask.retrieve(noModel.deepCopy()))
                                .or(Quirk.MISSING_MODEL, "lenient", notFound())
                                .or(
                                        Map.of(
                                                Quirk.MISSING_MODEL.label(),
                                                "lenient",
                                                Quirk.UNKNOWN_QUEUE_ID.label(),
                                                "400"),
                                        Expectation.error(400, NO_ID)),
                        Quirk.MISSING_MODEL),
                Check.free(
                        "retrieve.unknown-field",
                        documented("Retrieve takes no further fields", "api-facts 1.4"),
                        Exchange.of(Ask.retrieve(Ask.job().put("extra", 1)), unrecognized())),
                Check.free(
                        "retrieve.flag-type",
                        documented("delete_media_on_completion is a boolean", "api-facts 1.4"),
                        Exchange.of(
                                Ask.retrieve(Ask.job().put("delete_media_on_completion", "yes")),
                                Expectation.detailed()
                                        .issue("delete_media_on_completion", "Expected boolean, received string"))),
                Check.free(
                        "retrieve.nobody",
                        documented("Who names nobody is told how to pay", "api-facts 3.2"),
                        Refusals.nobody(Call.post("/video/retrieve", Ask.job())),
                        Quirk.DISCOVERY_TEXT),
                Check.free(
                        "retrieve.bad-key",
                        documented("A key nobody holds is refused", "api-facts 2.1"),
                        Refusals.badKey(Call.post("/video/retrieve", Ask.job())),
                        Quirk.ERROR_CODES),
                Check.free(
                        "complete.unknown-id",
                        documented("Complete refuses an id nobody was given", "api-facts 11 #22"),
                        Exchange.of(Ask.complete(Ask.job()), Expectation.error(400, NO_ID))
                                .or(Quirk.COMPLETE_UNKNOWN, "404", Expectation.status(404)),
                        Quirk.COMPLETE_UNKNOWN),
                Check.free(
                        "complete.missing-model",
                        documented("Complete needs the model", "api-facts 11 #20"),
                        missingModel(Ask.complete(noModel.deepCopy()))
                                .or(Quirk.MISSING_MODEL, "lenient", Expectation.error(400, NO_ID)),
                        Quirk.MISSING_MODEL),
                Check.free(
                        "complete.unknown-field",
                        documented("Complete takes no further fields", "api-facts 1.5"),
                        Exchange.of(Ask.complete(Ask.job().put("extra", 1)), unrecognized())),
                Check.free(
                        "complete.nobody",
                        documented("Who names nobody is told how to pay", "api-facts 3.2"),
                        Refusals.nobody(Call.post("/video/complete", Ask.job())),
                        Quirk.DISCOVERY_TEXT),
                Check.free(
                        "complete.bad-key",
                        documented("A key nobody holds is refused", "api-facts 2.1"),
                        Refusals.badKey(Call.post("/video/complete", Ask.job())),
                        Quirk.ERROR_CODES));
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

    private static Exchange missingModel(Call call) {
        return Exchange.of(call, Expectation.detailed().issue("model", "Required"))
                .or(Quirk.MISSING_MODEL, "plain", Expectation.error(400, "model is required"));
    }

    private static Expectation unrecognized() {
        return Expectation.detailed().issue("extra", "Unrecognized key(s) in object: 'extra'");
    }
}
