package dev.venicesim.journal.finding;

import java.util.Optional;

/** A credential in a URL, where proxies, logs and browser histories keep it. */
final class KeyInUrl implements FindingRule<Boolean> {

    @Override
    public Card card() {
        return new Card("key-in-url", Severity.ERROR, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.asked().keyInUrl() ? Optional.of(event.asked().client() + event.endpoint()) : Optional.empty();
    }

    @Override
    public Turn<Boolean> on(Optional<Boolean> before, ClientEvent event) {
        Turn<Boolean> turn = Turn.forget();
        return turn.saying(RawFinding.of(
                "sent a credential in the URL of " + event.endpoint() + "; it belongs in the Authorization header",
                event.n()));
    }
}
