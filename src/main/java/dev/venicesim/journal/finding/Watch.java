package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.Rule.Question;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a world's requests tell of its client: every rule, with what it remembers. Bounded; what was longest untouched is forgotten first. */
public final class Watch {

    /** So many subjects are remembered over all worlds, and at least {@link #LEAST} and at most {@link #MOST} for each rule of one. */
    private static final int OVERALL = 65_536;

    private static final int LEAST = 8;
    private static final int MOST = 256;
    private static final int REMARKS = 32;

    private final List<Track<?>> tracks = new ArrayList<>();

    /**
     * A watch that has seen nothing.
     *
     * @param worlds how many worlds share the memory
     */
    public Watch(int worlds) {
        var subjects = Math.max(LEAST, Math.min(MOST, OVERALL / worlds));
        Rules.list().forEach(rule -> tracks.add(new Track<>(rule, subjects)));
    }

    /** Takes note of a request. */
    public synchronized void see(Event event) {
        for (var track : tracks) {
            track.see(event);
        }
    }

    /** Takes note that the client had hung up before the reply to a request it has seen. */
    public synchronized void lose(Event event) {
        for (var track : tracks) {
            track.lose(event);
        }
    }

    /** What there is to say by now. */
    public synchronized List<Finding> findings(Asking asking) {
        var question = new Question(asking.now(), asking.closing(), asking.jobs());
        var all = new ArrayList<Finding>();
        tracks.forEach(track -> track.tell(question, all));
        return all;
    }

    /**
     * Somebody asks for findings.
     *
     * @param now by the world's clock
     * @param closing whether nothing more will come, so that what is open now stays open
     * @param jobs how a job stands, by queue id
     */
    public record Asking(Instant now, boolean closing, Function<String, Optional<JobFacts>> jobs) {}

    /** A rule, and what it remembers. */
    private static final class Track<S> {

        private final Rule<S> rule;
        private final LinkedHashMap<String, S> states;
        private final LinkedHashMap<String, Remark> remarks = new LinkedHashMap<>();
        private long more;
        private Usd moreCost = Usd.ZERO;

        Track(Rule<S> rule, int subjects) {
            this.rule = rule;
            this.states = new Lru<>(subjects);
        }

        void see(Event event) {
            rule.subject(event)
                    .ifPresent(subject -> turn(subject, rule.on(Optional.ofNullable(states.get(subject)), event)));
        }

        void lose(Event event) {
            rule.subject(event)
                    .ifPresent(subject -> turn(subject, rule.lost(Optional.ofNullable(states.get(subject)), event)));
        }

        private void turn(String subject, Rule.Turn<S> turn) {
            turn.after().ifPresentOrElse(after -> states.put(subject, after), () -> states.remove(subject));
            turn.remark().ifPresent(remark -> add(subject, remark));
        }

        private void add(String subject, Remark remark) {
            var said = remarks.get(subject);
            if (said != null || remarks.size() < REMARKS) {
                remarks.put(subject, said == null ? remark : said.and(remark));
            } else {
                more++;
                moreCost = moreCost.plus(remark.cost());
            }
        }

        void tell(Question question, List<Finding> all) {
            var count = all.size();
            remarks.values().forEach(remark -> all.add(finding(remark)));
            states.forEach((subject, state) ->
                    rule.overdue(state, question, subject).ifPresent(remark -> all.add(finding(remark))));
            if (more > 0 && all.size() > count) {
                all.add(finding(new Remark(moreCost, "and " + more + " more times", List.of())));
            }
        }

        private Finding finding(Remark remark) {
            var card = rule.card();
            return new Finding(
                    card.name(), card.severity(), remark.cost(), remark.says(), remark.requests(), card.api());
        }
    }

    /** A map that forgets what was longest untouched. */
    private static final class Lru<S> extends LinkedHashMap<String, S> {
        private static final long serialVersionUID = 1;
        private final int capacity;

        Lru(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
            return size() > capacity;
        }
    }
}
