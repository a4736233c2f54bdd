package dev.venicesim.journal.finding;

import dev.venicesim.api.Verified;
import java.util.Optional;
import java.util.TreeSet;

/** A field that queue refuses and that carries the default of the API's OpenAPI file: generated clients send it unasked. */
@Verified(on = "2026-08-21", source = "docs/api/queue.md#defaults-in-the-openapi-file")
final class SendsDefaults implements FindingRule<Long> {

    @Override
    public Card card() {
        return new Card("sends-defaults", Severity.INFO, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        var dropped = event.told().dropped();
        return event.is("queue") && !dropped.defaults().isEmpty()
                ? Optional.of(event.asked().client() + fields(event) + dropped.model())
                : Optional.empty();
    }

    private static String fields(ClientEvent event) {
        return String.join(", ", new TreeSet<>(event.told().dropped().defaults()));
    }

    @Override
    public Turn<Long> on(Optional<Long> before, ClientEvent event) {
        return Turn.remember(event.n())
                .saying(RawFinding.of(
                        "sent " + fields(event) + " to "
                                + event.told().dropped().model()
                                + ", which lacks it: the default of the API's OpenAPI file, which generated clients"
                                + " send unasked and queue refuses",
                        event.n()));
    }
}
