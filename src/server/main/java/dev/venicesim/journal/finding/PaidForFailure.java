package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.JobFacts.Fate;
import java.util.List;
import java.util.Optional;

/**
 * A job that was paid for, whose input the provider refused, and whose price did not come back: checking the input
 * first is cheaper.
 */
final class PaidForFailure implements FindingRule<Long> {

    @Override
    public Card card() {
        return new Card("paid-for-failure", Severity.ERROR, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.is("retrieve") && event.job().kept() ? event.queueId() : Optional.empty();
    }

    private static final int FIRST_FAILURE = 400;

    @Override
    public Turn<Long> on(Optional<Long> before, ClientEvent event) {
        // by its last poll a job of so many polls has failed already, and the client has not been told
        if (before.isPresent()
                || event.job().fate() != Fate.FAILED
                || event.told().status() < FIRST_FAILURE) {
            return Turn.keep(before);
        }
        var rawFinding = new RawFinding(
                event.job().cost(),
                "queued " + event.job().queueId() + " with an input that "
                        + event.job().model()
                        + " takes and its provider refuses; retrieve answered "
                        + event.told().status() + ", and the price was kept",
                List.of(event.n()));
        return Turn.remember(event.n()).saying(rawFinding);
    }
}
