package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.JobFacts.Fate;
import java.time.Instant;
import java.util.Optional;

/** Retrieves of a job whose end the client has been told already. Fetching a video again is no poll. */
final class PollsAfterEnd implements FindingRule<PollsAfterEnd.End> {

    /** What the client was told, by which reply, and when in the outside world. */
    record End(long n, Instant at) {}

    @Override
    public Card card() {
        return new Card("polls-after-end", Severity.WARNING, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.is("retrieve") ? event.queueId().map(id -> event.asked().client() + id) : Optional.empty();
    }

    @Override
    public Turn<End> on(Optional<End> before, ClientEvent event) {
        if (before.isPresent()) {
            return event.got(ClientEvent.Form.VIDEO)
                            || event.got(ClientEvent.Form.FETCHED)
                            || !event.knew(before.get().at())
                    ? Turn.keep(before)
                    : Turn.keep(before)
                            .saying(RawFinding.of(
                                    "went on polling " + event.job().queueId() + " after it was told how the job ended",
                                    before.get().n(),
                                    event.n()));
        }
        return isEnd(event) ? Turn.remember(new End(event.n(), event.moment().real())) : Turn.forget();
    }

    /** What will be answered for ever after; too many requests and a provider that cannot be reached are not. */
    private static boolean isEnd(ClientEvent event) {
        var status = event.told().status();
        var lasting = status == 404 || status == 410 || status == 422 || status == 400 || status == 500;
        var over = event.job().fate() == Fate.FAILED || event.job().fate() == Fate.GONE;
        return event.told().arrival() == ClientEvent.Arrival.WHOLE
                && (event.got(ClientEvent.Form.COMPLETED) || (lasting && over));
    }
}
