package dev.venicesim.jobs;

import static dev.venicesim.jobs.Jobs.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.QuirkSettings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobRefusalsTest {

    private static final QuirkSettings NONE = QuirkSettings.defaults();
    private static final String GONE = "Media could not be found. Request may may be invalid, expired, or deleted.";

    @Test
    void answersAnUnknownIdAsDocumentedOrAsSeen() {
        assertThat(says(JobRefusals.unknownId(NONE))).isEqualTo("404 " + GONE);
        assertThat(says(JobRefusals.unknownId(NONE.with("unknown-queue-id", "400"))))
                .isEqualTo("400 Request ID is invalid.");
        assertThat(says(JobRefusals.completeUnknownId(NONE))).isEqualTo("400 Request ID is invalid.");
    }

    @Test
    void answersLostMediaWithOneMayOrTwo() {
        var gone = Jobs.timed(new Outcome.Purged()).at(after(40));
        assertThat(says(JobRefusals.of(gone, NONE).orElseThrow())).isEqualTo("404 " + GONE);
        assertThat(says(JobRefusals.of(gone, NONE.with("media-not-found-text", "single-may"))
                        .orElseThrow()))
                .isEqualTo("404 Media could not be found. Request may be invalid, expired, or deleted.");
    }

    @Test
    void refusesToCompleteOnlyUnderItsQuirk() {
        assertThat(JobRefusals.completeKnownId(NONE)).isEmpty();
        assertThat(JobRefusals.completeKnownId(NONE.with("complete", "400"))).isPresent();
    }

    @Test
    void answersEachFailureWithItsOwnError() {
        assertThat(seen(new Outcome.AtCapacity(1))).contains("503 The model is at capacity. Please try again later.");
        assertThat(seen(new Outcome.Fails("An unknown error occurred"))).contains("500 An unknown error occurred");
        assertThat(seen(new Outcome.Rejected(400, "Invalid request parameters")))
                .contains("400 Invalid request parameters");
        assertThat(seen(new Outcome.Unfetchable(1)).orElseThrow()).startsWith("502 ");
        assertThat(seen(new Outcome.Completes())).isEmpty();
    }

    private static Optional<String> seen(Outcome outcome) {
        return JobRefusals.of(Jobs.timed(outcome).poll(after(40)).seen(), NONE).map(JobRefusalsTest::says);
    }

    private static String says(dev.venicesim.error.Refusal refusal) {
        return refusal.error().status() + " "
                + refusal.error().body().get("error").textValue();
    }
}
