package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events for tests of rules. */
final class Seen {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final FindingsEngine engine = new FindingsEngine();
    private String client = "one";
    private long n;

    /** Who sends from now on. */
    void sendAs(String other) {
        client = other;
    }

    /** A request of an endpoint, told by what makes it special. */
    ClientEvent event(String endpoint, String fingerprint, ClientEvent.Told told, JobFacts job) {
        return event(endpoint, fingerprint, "", told, job, NOON);
    }

    ClientEvent event(
            String endpoint, String fingerprint, String nonce, ClientEvent.Told told, JobFacts job, Instant at) {
        var asked = new ClientEvent.Asked(client, fingerprint, "127.0.0.1", nonce, false);
        return new ClientEvent(
                ++n,
                new ClientEvent.Moment(at, at, at, Optional.of(at), false, Duration.ZERO),
                endpoint,
                asked,
                told,
                job);
    }

    /** The same, sent at another time in the outside world. */
    static ClientEvent begunAt(ClientEvent event, Instant began) {
        var moment = event.moment();
        return new ClientEvent(
                event.n(),
                new ClientEvent.Moment(
                        moment.world(), moment.real(), began, Optional.of(began), moment.frozen(), moment.ahead()),
                event.endpoint(),
                event.asked(),
                event.told(),
                event.job());
    }

    void see(ClientEvent event) {
        engine.see(event);
    }

    /** The findings of one rule; what other rules say is not asked. */
    List<ClientFinding> findings(String rule) {
        return engine.findings(new FindingsEngine.Asking(NOON, false, queueId -> Optional.empty())).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    static ClientEvent.Told told(int status, ClientEvent.Form form) {
        return new ClientEvent.Told(
                status, form, ClientEvent.Arrival.WHOLE, ClientEvent.Wait.NONE, ClientEvent.Dropped.NONE);
    }

    static ClientEvent.Told toldToWait(int status, Instant until) {
        return new ClientEvent.Told(
                status,
                ClientEvent.Form.OTHER,
                ClientEvent.Arrival.WHOLE,
                new ClientEvent.Wait(until, "Retry-After"),
                ClientEvent.Dropped.NONE);
    }

    static JobFacts job(String queueId) {
        return new JobFacts(
                queueId,
                "wan",
                Usd.ofCents(55),
                Duration.ofSeconds(145),
                Duration.ofSeconds(145),
                false,
                false,
                JobFacts.Fate.RUNNING,
                Instant.MAX);
    }
}
