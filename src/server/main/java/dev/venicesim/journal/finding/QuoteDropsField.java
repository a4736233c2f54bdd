package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A field that quote ignored and queue refuses: the price was named for another request than the one that is sent. */
final class QuoteDropsField implements FindingRule<Long> {

    @Override
    public Card card() {
        return new Card("quote-drops-field", Severity.WARNING, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.told().dropped().fields().isEmpty()
                ? Optional.empty()
                : Optional.of(event.asked().client() + " " + fields(event));
    }

    private static String fields(ClientEvent event) {
        var dropped = event.told().dropped();
        return String.join(", ", new TreeSet<>(dropped.fields())) + " to " + dropped.model();
    }

    @Override
    public Turn<Long> on(Optional<Long> quoted, ClientEvent event) {
        if (event.is("quote")) {
            return Turn.remember(event.n());
        }
        return quoted.map(quote -> Turn.keep(quoted)
                        .saying(new RawFinding(
                                Usd.ZERO,
                                "sent " + fields(event)
                                        + ", which quote had ignored and queue refuses: the price was named for"
                                        + " another request",
                                List.of(quote, event.n()))))
                .orElseGet(Turn::forget);
    }
}
