package dev.venicesim.journal.finding;

import java.util.List;
import java.util.Optional;

/** The same request queued and paid for again because the reply to the first never came, or came as a 5xx. */
final class PaidTwice implements Rule<Long> {

    @Override
    public Card card() {
        return new Card("paid-twice", Severity.ERROR, Docs.QUEUE);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.is("queue") && event.got(Event.Form.ACCEPTED)
                ? Optional.of(event.asked().fingerprint())
                : Optional.empty();
    }

    @Override
    public Turn<Long> on(Optional<Long> lost, Event event) {
        var told = event.told();
        Turn<Long> turn =
                told.arrival() == Event.Arrival.LOST || told.status() >= 500 ? Turn.remember(event.n()) : Turn.forget();
        return lost.map(first -> turn.saying(new Remark(
                        event.job().cost(),
                        "queued the same request again after its reply was lost; both jobs are paid for, and the queue call has no idempotency key",
                        List.of(first, event.n()))))
                .orElse(turn);
    }
}
