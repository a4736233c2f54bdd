package dev.venicesim.journal.finding;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A field that quote ignored and queue refuses: the price was quoted for another request than the one that is sent. */
final class QuoteDropsField implements Rule<QuoteDropsField.Quoted> {

    /** A quote that was answered, with a fingerprint of each field's value. */
    record Quoted(long n, Map<String, Integer> fields) {}

    @Override
    public Card card() {
        return new Card("quote-drops-field", Severity.WARNING, Docs.QUEUE);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.is("quote") || (event.is("queue") && event.told().status() == 400)
                ? Optional.of(event.asked().model())
                : Optional.empty();
    }

    @Override
    public Turn<Quoted> on(Optional<Quoted> before, Event event) {
        if (event.is("quote")) {
            return event.told().status() == 200
                    ? Turn.remember(new Quoted(event.n(), event.asked().fields()))
                    : Turn.keep(before);
        }
        var fields = event.asked().fields();
        var dropped = new TreeSet<String>();
        before.ifPresent(quoted -> event.told().refused().stream()
                .filter(field -> fields.containsKey(field)
                        && fields.get(field).equals(quoted.fields().get(field)))
                .forEach(dropped::add));
        if (dropped.isEmpty()) {
            return Turn.keep(before);
        }
        return Turn.keep(before)
                .saying(Remark.of(
                        "quoted with " + String.join(", ", dropped) + ", which quote ignores and queue refuses for "
                                + event.asked().model(),
                        before.get().n(),
                        event.n()));
    }
}
