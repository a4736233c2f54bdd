package dev.venicesim.journal.finding;

import java.util.Optional;

/** A sign-in that was sent twice: its nonce is good for one request. */
final class NonceReused implements FindingRule<Long> {

    @Override
    public Card card() {
        return new Card("nonce-reused", Severity.ERROR, DocsPages.SIGN_IN);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.asked().nonce().isEmpty()
                ? Optional.empty()
                : Optional.of(event.asked().nonce());
    }

    @Override
    public Turn<Long> on(Optional<Long> before, ClientEvent event) {
        return before.map(first -> Turn.keep(before)
                        .saying(RawFinding.of(
                                "sent a sign-in again; every request needs a nonce of its own", first, event.n())))
                .orElseGet(() -> Turn.remember(event.n()));
    }
}
