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
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What a world's requests tell of its client: every rule, with what it remembers. Bounded; what was longest untouched is forgotten first. */
public final class Watch {

    /** So many subjects are remembered over all worlds, and at least {@link #LEAST} and at most {@link #MOST} for each rule of one. */
    private static final int OVERALL = 32_768;

    private static final int LEAST = 4;
    private static final int MOST = 256;

    /** Most remarks of a rule, and half as many as subjects where those are few. */
    private static final int REMARKS = 32;

    private final IntSupplier worlds;
    private final @Nullable Track<?>[] tracks;

    /**
     * A watch that has seen nothing.
     *
     * @param worlds how many worlds share the memory now
     */
    public Watch(IntSupplier worlds) {
        this.worlds = worlds;
        tracks = new Track<?>[Rules.list().size()];
    }

    /** Takes note of a request. */
    public synchronized void see(Event event) {
        for (int i = 0; i < tracks.length; i++) {
            var rule = Rules.list().get(i);
            var subject = rule.subject(event);
            if (subject.isPresent()) {
                see(i, rule, subject.get(), event);
            }
        }
    }

    /** Most worlds never meet most rules: what those remember is made when there is something to remember. */
    private void see(int index, Rule<?> rule, String subject, Event event) {
        var track = tracks[index];
        if (track == null) {
            track = new Track<>(rule);
            tracks[index] = track;
        }
        track.see(subject, event, Math.max(LEAST, Math.min(MOST, OVERALL / Math.max(1, worlds.getAsInt()))));
    }

    /** What there is to say by now. */
    public synchronized List<Finding> findings(Asking asking) {
        var question = new Question(asking.now(), asking.closing(), asking.jobs());
        var all = new ArrayList<Finding>();
        for (var track : tracks) {
            if (track != null) {
                track.tell(question, all);
            }
        }
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
        /** Those longest untouched come first. */
        private final LinkedHashMap<String, S> states = new LinkedHashMap<>(4, 0.75f, true);

        private Map<String, Remark> remarks = Map.of();
        private long more;
        private Usd moreCost = Usd.ZERO;

        Track(Rule<S> rule) {
            this.rule = rule;
        }

        void see(String subject, Event event, int most) {
            var before = Optional.ofNullable(states.get(subject));
            var turn = rule.on(before, event);
            turn.after().ifPresentOrElse(after -> states.put(subject, after), () -> states.remove(subject));
            turn.remark().ifPresent(remark -> add(subject, remark, Math.min(REMARKS, most / 2)));
            while (states.size() > most) {
                states.remove(states.keySet().iterator().next());
            }
        }

        private void add(String subject, Remark remark, int most) {
            if (remarks.isEmpty()) {
                remarks = new LinkedHashMap<>();
            }
            var said = remarks.get(subject);
            if (said != null || remarks.size() < most) {
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
                    card.name(), card.severity(), remark.cost(), remark.says(), remark.requests(), card.docs());
        }
    }
}
