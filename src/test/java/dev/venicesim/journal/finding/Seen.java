package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events for tests of rules. */
final class Seen {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Watch watch = new Watch();
    private long n;

    /** A request of an endpoint, told by what makes it special. */
    Event event(String endpoint, String fingerprint, Event.Told told, JobFacts job) {
        return event(endpoint, fingerprint, "", told, job, NOON);
    }

    Event event(String endpoint, String fingerprint, String nonce, Event.Told told, JobFacts job, Instant at) {
        var asked = new Event.Asked(fingerprint, "127.0.0.1", nonce, false);
        return new Event(++n, new Event.Moment(at, at, at, false), endpoint, asked, told, job);
    }

    void see(Event event) {
        watch.see(event);
    }

    List<Finding> findings() {
        return watch.findings(new Watch.Asking(NOON, false, queueId -> Optional.empty()));
    }

    static Event.Told told(int status, Event.Form form) {
        return new Event.Told(status, form, Event.Arrival.WHOLE, Instant.MIN, Event.Dropped.NONE);
    }

    static Event.Told toldToWait(int status, Instant until) {
        return new Event.Told(status, Event.Form.OTHER, Event.Arrival.WHOLE, until, Event.Dropped.NONE);
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
