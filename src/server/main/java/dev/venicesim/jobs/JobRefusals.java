package dev.venicesim.jobs;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.JobErrors;
import dev.venicesim.error.Refusal;
import java.util.Optional;

/** Refusals of retrieve and complete, as the quirks of a world have them. */
public final class JobRefusals {

    private JobRefusals() {}

    /** A retrieve of an id nobody was given, of somebody else's, or with another model's name. */
    public static Refusal unknownId(QuirkSettings quirks) {
        var error = quirks.is(ApiQuirk.UNKNOWN_QUEUE_ID, "400") ? JobErrors.requestIdInvalid() : mediaNotFound(quirks);
        return new Refusal(
                error,
                "this caller has no job with this id and model"
                        + " (docs/api/disagreements.md, \"Unknown queue ids\")");
    }

    /** A complete of an id that is not this caller's. */
    public static Refusal completeUnknownId(QuirkSettings quirks) {
        var error = quirks.is(ApiQuirk.COMPLETE_UNKNOWN, "404") ? mediaNotFound(quirks) : JobErrors.requestIdInvalid();
        return new Refusal(
                error,
                "this caller has no job with this id and model"
                        + " (docs/api/disagreements.md, \"Complete for unknown ids\")");
    }

    /**
     * A complete of this caller's own id where the quirk says that all are refused; empty where the API's documents
     * hold.
     */
    public static Optional<Refusal> completeKnownId(QuirkSettings quirks) {
        return quirks.is(ApiQuirk.COMPLETE, "400")
                ? Optional.of(new Refusal(
                        JobErrors.requestIdInvalid(),
                        "quirk complete=400 (docs/api/complete.md, \"Complete in practice\")"))
                : Optional.empty();
    }

    /**
     * What a retrieve of a job in this state is refused with; empty if it answers 200, or if the provider refused the
     * content.
     */
    public static Optional<Refusal> of(JobState state, QuirkSettings quirks) {
        if (state instanceof JobState.Gone gone) {
            var unknown = gone.expired() && quirks.is(ApiQuirk.EXPIRED_QUEUE_ID, "400");
            return Optional.of(new Refusal(unknown ? JobErrors.requestIdInvalid() : mediaNotFound(quirks), gone.why()));
        }
        if (state instanceof JobState.Faltering faltering) {
            return error(faltering.outcome()).map(error -> new Refusal(error, "an error that passes; the job goes on"));
        }
        return state instanceof JobState.Failed failed
                ? error(failed.outcome()).map(error -> new Refusal(error, "the job failed at " + failed.at()))
                : Optional.empty();
    }

    private static Optional<ApiError> error(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return Optional.of(JobErrors.rejected(rejected.status(), rejected.message()));
        }
        if (outcome instanceof Outcome.Fails fails) {
            return Optional.of(JobErrors.inferenceFailed(fails.message()));
        }
        if (outcome instanceof Outcome.AtCapacity) {
            return Optional.of(JobErrors.atCapacity());
        }
        return outcome instanceof Outcome.Unfetchable ? Optional.of(JobErrors.unfetchable()) : Optional.empty();
    }

    private static ApiError mediaNotFound(QuirkSettings quirks) {
        return quirks.is(ApiQuirk.MEDIA_NOT_FOUND_TEXT, "single-may")
                ? JobErrors.mediaNotFoundSingleMay()
                : JobErrors.mediaNotFound();
    }
}
