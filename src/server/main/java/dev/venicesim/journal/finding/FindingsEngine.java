package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.FindingRule.Question;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Engine of the findings of one world: every rule, with what it remembers of the world's client. Bounded; what was
 * longest untouched is forgotten first.
 */
public final class FindingsEngine {

    /** So many subjects are remembered for each rule. */
    private static final int SUBJECTS = 256;

    private static final int REMARKS = 32;

    /**
     * By rule; most worlds never meet most rules, and what those remember is made when there is something to remember.
     */
    private final @Nullable Track<?>[] tracks = new Track<?>[FindingRules.list().size()];

    private final Consumer<ClientFinding> told;

    /** An engine that tells nobody. */
    public FindingsEngine() {
        this(finding -> {});
    }

    /**
     * An engine.
     *
     * @param told of each finding when a request shows it; what only time shows is found when somebody asks
     */
    public FindingsEngine(Consumer<ClientFinding> told) {
        this.told = told;
    }

    /** Takes note of a request; returns by how many things it remembers more than before. */
    public synchronized int see(ClientEvent event) {
        return step(event, (track, subject) -> track.see(subject, event));
    }

    /** Takes note that the client had hung up before the reply to a request it has seen; returns as {@link #see}. */
    public synchronized int lose(ClientEvent event) {
        return step(event, (track, subject) -> track.lose(subject, event));
    }

    /** Takes note that a download, which a request it has seen began, has ended; returns as {@link #see}. */
    public synchronized int end(ClientEvent event, Download download) {
        return step(event, (track, subject) -> track.end(subject, event, download));
    }

    /** A step of one rule; returns the job whose money it told of, or an empty text. */
    @FunctionalInterface
    private interface Step {
        String take(Track<?> track, String subject);
    }

    private int step(ClientEvent event, Step step) {
        var more = 0;
        Set<String> settled = Set.of();
        for (var i = 0; i < tracks.length; i++) {
            var subject = FindingRules.list().get(i).subject(event);
            if (subject.isPresent()) {
                var track = track(i);
                var before = track.size();
                var job = step.take(track, subject.get());
                more += track.size() - before;
                if (!job.isEmpty()) {
                    settled = settled.isEmpty() ? new HashSet<>() : settled;
                    settled.add(job);
                }
            }
        }
        return settled.isEmpty() ? more : more - settle(settled);
    }

    /** Forgets jobs whose money has been told of; returns how many things that were. */
    private int settle(Set<String> queueIds) {
        var before = size();
        queueIds.forEach(queueId -> made().forEach(track -> track.settle(queueId)));
        return before - size();
    }

    private Track<?> track(int rule) {
        var track = tracks[rule];
        if (track == null) {
            track = new Track<>(FindingRules.list().get(rule), told);
            tracks[rule] = track;
        }
        return track;
    }

    /** How many things it remembers. */
    public synchronized int size() {
        return made().mapToInt(Track::size).sum();
    }

    /**
     * Forgets the older half of the subjects, and of the findings all but the number and the cost of the newer half;
     * returns how many things that were.
     */
    public synchronized int halve() {
        var before = size();
        made().forEach(Track::halve);
        return before - size();
    }

    private Stream<Track<?>> made() {
        return Arrays.<@Nullable Track<?>>stream(tracks).flatMap(Stream::ofNullable);
    }

    /** What there is to say by now. */
    public synchronized List<ClientFinding> findings(Asking asking) {
        var question = new Question(asking.now(), asking.closing(), asking.jobs());
        var all = new ArrayList<ClientFinding>();
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

        private final FindingRule<S> rule;
        private final Consumer<ClientFinding> told;
        private final LinkedHashMap<String, S> states;
        private final LinkedHashMap<String, RawFinding> rawFindings = new LinkedHashMap<>();
        private long more;
        private Usd moreCost = Usd.ZERO;

        Track(FindingRule<S> rule, Consumer<ClientFinding> told) {
            this.rule = rule;
            this.told = told;
            this.states = new Lru<>(SUBJECTS);
        }

        int size() {
            return states.size() + rawFindings.size();
        }

        void halve() {
            states.keySet().stream().limit((states.size() + 1) / 2).toList().forEach(states::remove);
            var kept = rawFindings.size() / 2;
            rawFindings.keySet().stream().skip(kept).toList().forEach(subject -> count(rawFindings.remove(subject)));
        }

        String see(String subject, ClientEvent event) {
            return turn(subject, rule.on(before(subject), event));
        }

        String lose(String subject, ClientEvent event) {
            return turn(subject, rule.lost(before(subject), event));
        }

        String end(String subject, ClientEvent event, Download download) {
            return turn(subject, rule.downloaded(before(subject), event, download));
        }

        /** Another rule has told of the money of this job. */
        void settle(String queueId) {
            if (rule.isOfJobs()) {
                states.remove(queueId);
            }
        }

        private Optional<S> before(String subject) {
            return Optional.ofNullable(states.get(subject));
        }

        private String turn(String subject, FindingRule.Turn<S> turn) {
            if (turn.after().isPresent()) {
                states.put(subject, turn.after().get());
            } else {
                states.remove(subject);
            }
            if (turn.rawFinding().isEmpty()) {
                return "";
            }
            var rawFinding = turn.rawFinding().get();
            add(subject, rawFinding);
            told.accept(finding(rawFinding));
            return rawFinding.settles();
        }

        private void add(String subject, RawFinding rawFinding) {
            var said = rawFindings.get(subject);
            if (said != null || rawFindings.size() < REMARKS) {
                rawFindings.put(subject, said == null ? rawFinding : said.and(rawFinding));
            } else {
                count(rawFinding);
            }
        }

        private void count(@Nullable RawFinding rawFinding) {
            if (rawFinding != null) {
                more++;
                moreCost = moreCost.plus(rawFinding.cost());
            }
        }

        void tell(Question question, List<ClientFinding> all) {
            rawFindings.values().forEach(rawFinding -> all.add(finding(rawFinding)));
            states.forEach((subject, state) ->
                    rule.overdue(state, question, subject).ifPresent(rawFinding -> all.add(finding(rawFinding))));
            if (more > 0) {
                all.add(finding(new RawFinding(moreCost, "and " + more + " more times", List.of())));
            }
        }

        private ClientFinding finding(RawFinding rawFinding) {
            var card = rule.card();
            return new ClientFinding(
                    card.name(),
                    card.severity(),
                    rawFinding.cost(),
                    rawFinding.says(),
                    rawFinding.requests(),
                    card.api());
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
