package dev.venicesim.journal.finding;

import java.util.Optional;
import java.util.TreeSet;

/** A field that quote ignores and queue refuses: the price was, or would be, quoted for another request than the one that is sent. */
final class QuoteDropsField implements Rule<Boolean> {

    @Override
    public Card card() {
        return new Card("quote-drops-field", Severity.WARNING, Docs.QUEUE);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.told().dropped().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", new TreeSet<>(event.told().dropped())));
    }

    @Override
    public Turn<Boolean> on(Optional<Boolean> before, Event event) {
        Turn<Boolean> turn = Turn.forget();
        return turn.saying(Remark.of(
                "sent " + subject(event).orElse("") + ", which quote ignores for this model and queue refuses",
                event.n()));
    }
}
