package dev.venicesim.journal.finding;

import dev.venicesim.api.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Retrieves of a running job that follow each other faster than the API asks for, in proportion to how much shorter
 * jobs are here.
 */
final class PollsTooFast implements FindingRule<PollsTooFast.Poll> {

    @Verified(on = "2026-08-21", source = "docs/api/retrieve.md#how-often-to-poll")
    static final Duration DOCUMENTED = Duration.ofSeconds(5);

    /** A tenth sooner is not held against anybody: clocks and networks waver. */
    private static final double TOLERANCE = 0.9;

    /** The latest poll of a job that was still running, and when it came in: a busy server answers late. */
    record Poll(long n, Instant at) {}

    @Override
    public Card card() {
        return new Card("polls-too-fast", Severity.WARNING, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.is("retrieve") && !event.job().polled() && !event.moment().frozen()
                ? event.queueId().map(id -> event.asked().client() + id)
                : Optional.empty();
    }

    @Override
    public Turn<Poll> on(Optional<Poll> before, ClientEvent event) {
        var arrived = event.moment().arrived();
        Turn<Poll> turn = event.got(ClientEvent.Form.PROCESSING)
                ? Turn.remember(
                        before.filter(poll -> poll.at().isAfter(arrived)).orElseGet(() -> new Poll(event.n(), arrived)))
                : Turn.forget();
        if (before.isEmpty()) {
            return turn;
        }
        // two servers that were asked one after the other may take it down the other way round
        var waited = Duration.between(before.get().at(), arrived).abs();
        var wanted = event.job().pollInterval();
        // as durations: centuries between two polls are more nanoseconds than a long holds
        if (waited.compareTo(Duration.ofMillis((long) (wanted.toMillis() * TOLERANCE))) >= 0) {
            return turn;
        }
        return turn.saying(RawFinding.of(
                "polled again after " + waited.toMillis() + " ms; one poll in " + wanted.toMillis()
                        + " ms is what the documented 5 s come to with this job time",
                before.get().n(),
                event.n()));
    }
}
