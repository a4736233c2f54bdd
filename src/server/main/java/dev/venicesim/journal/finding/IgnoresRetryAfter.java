package dev.venicesim.journal.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request that came back before the time a 429 or 503 had named. */
final class IgnoresRetryAfter implements FindingRule<IgnoresRetryAfter.Wait> {

    /** Coming back a little early is forgiven: the header counts whole seconds. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** What the client was told: by which reply, when in the outside world, until when and by what. */
    record Wait(long n, Instant at, ClientEvent.Wait told) {}

    @Override
    public Card card() {
        return new Card("ignores-retry-after", Severity.WARNING, DocsPages.LIMITS);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return Optional.of(event.asked().client() + event.endpoint());
    }

    @Override
    public Turn<Wait> on(Optional<Wait> before, ClientEvent event) {
        var told = event.told().pause();
        Turn<Wait> turn = told.equals(ClientEvent.Wait.NONE)
                ? Turn.forget()
                : Turn.remember(new Wait(event.n(), event.moment().real(), told));
        var early = before.filter(wait -> event.knew(wait.at())
                && event.moment().client().isBefore(wait.told().until().minus(GRACE)));
        return early.map(wait -> turn.saying(RawFinding.of(
                        event.endpoint() + " was called again "
                                + Duration.between(
                                                event.moment().client(),
                                                wait.told().until())
                                        .toMillis()
                                + " ms before the time that the last reply had named in "
                                + wait.told().named(),
                        wait.n(),
                        event.n())))
                .orElse(turn);
    }
}
