package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.JobFacts.Fate;
import java.util.Optional;

/** Retrieves of a job whose end the client has been told already. Fetching a video again is no poll. */
final class PollsAfterEnd implements Rule<Long> {

    @Override
    public Card card() {
        return new Card("polls-after-end", Severity.WARNING, Docs.API);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.is("retrieve") ? event.queueId() : Optional.empty();
    }

    @Override
    public Turn<Long> on(Optional<Long> before, Event event) {
        if (before.isPresent()) {
            return event.got(Event.Form.VIDEO)
                    ? Turn.keep(before)
                    : Turn.keep(before)
                            .saying(Remark.of(
                                    "went on polling " + event.job().queueId() + " after it was told how the job ended",
                                    before.get(),
                                    event.n()));
        }
        return isEnd(event) ? Turn.remember(event.n()) : Turn.forget();
    }

    /** What will be answered for ever after; too many requests and a provider that cannot be reached are not. */
    private static boolean isEnd(Event event) {
        var status = event.told().status();
        var lasting = status == 404 || status == 410 || status == 422 || status == 400 || status == 500;
        var over = event.job().fate() == Fate.FAILED || event.job().fate() == Fate.GONE;
        return event.told().arrival() == Event.Arrival.WHOLE && (event.got(Event.Form.COMPLETED) || (lasting && over));
    }
}
