package dev.venicesim.journal.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request that came back before the time a 429 or 503 had named. */
final class IgnoresRetryAfter implements Rule<IgnoresRetryAfter.Wait> {

    /** Coming back a little early is forgiven: the header counts whole seconds. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** What the client was told: by which reply, and until when. */
    record Wait(long n, Instant until) {}

    @Override
    public Card card() {
        return new Card("ignores-retry-after", Severity.WARNING, Docs.LIMITS);
    }

    @Override
    public Optional<String> subject(Event event) {
        return Optional.of(event.endpoint());
    }

    @Override
    public Turn<Wait> on(Optional<Wait> before, Event event) {
        var told = event.told().waitUntil();
        Turn<Wait> turn = told.equals(Instant.MIN) ? Turn.forget() : Turn.remember(new Wait(event.n(), told));
        var early = before.filter(
                wait -> event.moment().real().isBefore(wait.until().minus(GRACE)));
        return early.map(wait -> turn.saying(Remark.of(
                        event.endpoint() + " was called again "
                                + Duration.between(event.moment().real(), wait.until())
                                        .toMillis()
                                + " ms before the time the last reply had named",
                        wait.n(),
                        event.n())))
                .orElse(turn);
    }
}
