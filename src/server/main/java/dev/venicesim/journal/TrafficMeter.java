package dev.venicesim.journal;

import dev.venicesim.jobs.Outcome;
import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.metric.Counters;
import dev.venicesim.metric.DurationHistogram;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Meter of what clients did since the process began, fed by what journals take down, those of worlds that are gone
 * included. It is of this process alone, and whoever reads it looks at no world.
 */
public final class TrafficMeter {

    private static final int LAST_STATUS = 999;

    private final Counters<Answered> requests = new Counters<>();
    private final ConcurrentMap<String, DurationHistogram> durations = new ConcurrentHashMap<>();
    private final Counters<Found> findings = new Counters<>();
    private final Counters<String> jobs = new Counters<>();
    private final Counters<String> faults = new Counters<>();
    private final LongAdder lostReplies = new LongAdder();

    /**
     * A way of being answered.
     *
     * @param operation the name that journals have for it
     * @param status 0 for a client that gets none
     * @param cause who answered: {@code simulator}, {@code stub} or {@code fault}
     */
    public record Answered(String operation, int status, String cause) implements Comparable<Answered> {

        private static final Comparator<Answered> ORDER = Comparator.comparing(Answered::operation)
                .thenComparing(Answered::status)
                .thenComparing(Answered::cause);

        @Override
        public int compareTo(Answered other) {
            return ORDER.compare(this, other);
        }
    }

    /** A rule that found something. */
    public record Found(String rule, String severity) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            return Comparator.comparing(Found::rule)
                    .thenComparing(Found::severity)
                    .compare(this, other);
        }
    }

    void answered(RequestRecord entry) {
        requests.count(new Answered(entry.endpoint(), Math.min(entry.status(), LAST_STATUS), entry.by()));
        var known = durations.get(entry.endpoint());
        (known != null ? known : durations.computeIfAbsent(entry.endpoint(), any -> new DurationHistogram()))
                .observe(entry.micros());
    }

    void found(ClientFinding finding) {
        findings.count(new Found(finding.rule(), finding.severity().label()));
    }

    /** A request became a job. */
    public void accepted(Outcome decided) {
        jobs.count(decided.label());
    }

    /** A fault struck. */
    public void struck(String label) {
        faults.count(label);
    }

    /** A job was paid for, and its client never read the reply. */
    public void replyLost() {
        lostReplies.increment();
    }

    /** How many jobs were paid for by clients that never read the reply. */
    public long lostReplies() {
        return lostReplies.sum();
    }

    public Counters<Answered> requests() {
        return requests;
    }

    /** By operation. */
    public Map<String, DurationHistogram> durations() {
        return new TreeMap<>(durations);
    }

    public Counters<Found> findings() {
        return findings;
    }

    /** By what was decided about them when they were queued. */
    public Counters<String> jobs() {
        return jobs;
    }

    /** By the label that scenario files have for them. */
    public Counters<String> faults() {
        return faults;
    }
}
