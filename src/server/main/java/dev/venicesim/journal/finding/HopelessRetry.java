package dev.venicesim.journal.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The same request sent again after a refusal that another try cannot change; each counts against the budget of failed
 * requests.
 */
final class HopelessRetry implements FindingRule<HopelessRetry.Refused> {

    /** Statuses that stay as they are while the request does: 402 and 429 pass, 5xx may. */
    private static final Set<Integer> LASTING = Set.of(400, 401, 403, 404, 405, 409, 410, 413, 415, 422);

    /** Whoever comes back later than this starts afresh, and does not retry. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** A refusal, and when it was given: in the outside world, and by how much the client's clock was ahead of that. */
    record Refused(long n, int status, Instant at, Duration ahead) {}

    @Override
    public Card card() {
        return new Card("hopeless-retry", Severity.WARNING, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.queueId().isPresent() || event.is("download")
                ? Optional.empty()
                : Optional.of(event.asked().client()
                        + event.endpoint()
                        + event.asked().fingerprint()
                        + event.asked().nonce());
    }

    @Override
    public Turn<Refused> on(Optional<Refused> before, ClientEvent event) {
        var status = event.told().status();
        if (!LASTING.contains(status)) {
            return Turn.forget();
        }
        Turn<Refused> turn = Turn.remember(new Refused(
                event.n(), status, event.moment().real(), event.moment().ahead()));
        return before.filter(refused -> refused.status() == status && isRetry(refused, event))
                .map(refused -> turn.saying(RawFinding.of(
                        "sent the same " + event.endpoint() + " request again after a " + status
                                + ", which another try does not change",
                        refused.n(),
                        event.n())))
                .orElse(turn);
    }

    private static boolean isRetry(Refused refused, ClientEvent event) {
        var began = event.moment().began().plus(event.moment().ahead());
        return event.knew(refused.at())
                && !began.isAfter(refused.at().plus(refused.ahead()).plus(RETRY));
    }
}
