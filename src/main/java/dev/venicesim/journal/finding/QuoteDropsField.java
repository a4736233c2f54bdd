package dev.venicesim.journal.finding;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A field that quote ignores and queue refuses: the price was, or would be, quoted for another request than the one that is sent. */
final class QuoteDropsField implements Rule<Long> {

    @Override
    public Card card() {
        return new Card("quote-drops-field", Severity.WARNING, Docs.API);
    }

    @Override
    public Optional<String> subject(Event event) {
        var dropped = event.told().dropped();
        return dropped.fields().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", new TreeSet<>(dropped.fields())) + " to " + dropped.model());
    }

    @Override
    public Turn<Long> on(Optional<Long> quoted, Event event) {
        if (event.is("quote")) {
            return Turn.remember(event.n());
        }
        var sent = "sent " + subject(event).orElse("");
        var remark = quoted.map(quote -> new Remark(
                        dev.venicesim.money.Usd.ZERO,
                        sent + ", which quote had ignored and queue refuses: the price was named for another request",
                        List.of(quote, event.n())))
                .orElseGet(() -> Remark.of(
                        sent + ", which queue refuses; quote ignores it and would have named a price", event.n()));
        return Turn.keep(quoted).saying(remark);
    }
}
