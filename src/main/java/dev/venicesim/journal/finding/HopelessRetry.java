package dev.venicesim.journal.finding;

import java.util.Optional;
import java.util.Set;

/** The same request sent again after a refusal that another try cannot change; each counts against the budget of failed requests. */
final class HopelessRetry implements Rule<HopelessRetry.Refused> {

    /** Statuses that stay as they are while the request does: 402 and 429 pass, 5xx may. */
    private static final Set<Integer> LASTING = Set.of(400, 401, 403, 404, 405, 409, 410, 413, 415, 422);

    /** A refusal. */
    record Refused(long n, int status) {}

    @Override
    public Card card() {
        return new Card("hopeless-retry", Severity.WARNING, Docs.API);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.queueId().isPresent() || event.is("download")
                ? Optional.empty()
                : Optional.of(event.endpoint() + event.asked().fingerprint());
    }

    @Override
    public Turn<Refused> on(Optional<Refused> before, Event event) {
        var status = event.told().status();
        if (!LASTING.contains(status)) {
            return Turn.forget();
        }
        Turn<Refused> turn = Turn.remember(new Refused(event.n(), status));
        return before.filter(refused -> refused.status() == status)
                .map(refused -> turn.saying(Remark.of(
                        "sent the same " + event.endpoint() + " request again after a " + status
                                + ", which another try does not change",
                        refused.n(),
                        event.n())))
                .orElse(turn);
    }
}
