package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.Rule.Question;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a world's requests tell of its client: every rule, with what it remembers. Bounded; what was longest untouched is forgotten first. */
public final class Watch {

    /** So many subjects are remembered for each rule. */
    private static final int SUBJECTS = 256;

    private static final int REMARKS = 32;

    /** By rule; most worlds never meet most rules, and what those remember is made when there is something to remember. */
    private final @Nullable Track<?>[] tracks = new Track<?>[Rules.list().size()];

    /** Takes note of a request; returns by how many things it remembers more than before. */
    public synchronized int see(Event event) {
        var more = 0;
        for (var i = 0; i < tracks.length; i++) {
            var subject = Rules.list().get(i).subject(event);
            more += subject.isEmpty() ? 0 : track(i).see(subject.get(), event);
        }
        return more;
    }

    /** Takes note that the client had hung up before the reply to a request it has seen; returns as {@link #see}. */
    public synchronized int lose(Event event) {
        var more = 0;
        for (var i = 0; i < tracks.length; i++) {
            var subject = Rules.list().get(i).subject(event);
            more += subject.isEmpty() ? 0 : track(i).lose(subject.get(), event);
        }
        return more;
    }

    private Track<?> track(int rule) {
        var track = tracks[rule];
        if (track == null) {
            track = new Track<>(Rules.list().get(rule));
            tracks[rule] = track;
        }
        return track;
    }

    /** How many things it remembers. */
    public synchronized int size() {
        return made().mapToInt(Track::size).sum();
    }

    /** Forgets the older half of the subjects, and of the findings all but the number and the cost of the newer half; returns how many things that were. */
    public synchronized int halve() {
        var before = size();
        made().forEach(Track::halve);
        return before - size();
    }

    private Stream<Track<?>> made() {
        return Arrays.<@Nullable Track<?>>stream(tracks).flatMap(Stream::ofNullable);
    }

    /** What there is to say by now. */
    public synchronized List<Finding> findings(Asking asking) {
        var question = new Question(asking.now(), asking.closing(), asking.jobs());
        var all = new ArrayList<Finding>();
        made().forEach(track -> track.tell(question, all));
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

        Track(Rule<S> rule) {
            this.rule = rule;
            this.states = new Lru<>(SUBJECTS);
        }

        int size() {
            return states.size() + remarks.size();
        }

        void halve() {
            states.keySet().stream().limit((states.size() + 1) / 2).toList().forEach(states::remove);
            var kept = remarks.size() / 2;
            remarks.keySet().stream().skip(kept).toList().forEach(subject -> count(remarks.remove(subject)));
        }

        int see(String subject, Event event) {
            return turn(subject, rule.on(before(subject), event));
        }

        int lose(String subject, Event event) {
            return turn(subject, rule.lost(before(subject), event));
        }

        private Optional<S> before(String subject) {
            return Optional.ofNullable(states.get(subject));
        }

        private int turn(String subject, Rule.Turn<S> turn) {
            var before = size();
            turn.after().ifPresentOrElse(after -> states.put(subject, after), () -> states.remove(subject));
            turn.remark().ifPresent(remark -> add(subject, remark));
            return size() - before;
        }

        private void add(String subject, Remark remark) {
            var said = remarks.get(subject);
            if (said != null || remarks.size() < REMARKS) {
                remarks.put(subject, said == null ? remark : said.and(remark));
            } else {
                count(remark);
            }
        }

        private void count(@Nullable Remark remark) {
            if (remark != null) {
                more++;
                moreCost = moreCost.plus(remark.cost());
            }
        }

        void tell(Question question, List<Finding> all) {
            remarks.values().forEach(remark -> all.add(finding(remark)));
            states.forEach((subject, state) ->
                    rule.overdue(state, question, subject).ifPresent(remark -> all.add(finding(remark))));
            if (more > 0) {
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
