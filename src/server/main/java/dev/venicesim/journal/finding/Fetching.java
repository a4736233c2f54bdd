package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.FindingRule.Question;
import dev.venicesim.journal.finding.FindingRule.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Fetching of the video of one job, from the queue reply to the last byte.
 *
 * @param queued the request that made the job
 * @param known whether the client can know of the job, by its queue reply or by what it asked since
 * @param asked whether it has asked since
 * @param underWay how many downloads have begun and not ended
 * @param got what arrived
 * @param latest the latest download, or else the request that made the job
 * @param latestAt when that began, by the world's clock
 */
record Fetching(long queued, boolean known, boolean asked, int underWay, Coverage got, long latest, Instant latestAt) {

    /** So many poll intervals after the end are enough for any client. */
    private static final int PATIENCE = 10;

    private static Fetching of(ClientEvent accepted) {
        return new Fetching(
                accepted.n(),
                accepted.arrived(),
                false,
                0,
                Coverage.NONE,
                accepted.n(),
                accepted.moment().world());
    }

    /** What is known after a request that made the job or was about it; empty once the video was fetched or there is none. */
    static Turn<Fetching> on(Optional<Fetching> before, ClientEvent event) {
        if (event.got(ClientEvent.Form.ACCEPTED)) {
            return Turn.remember(of(event));
        }
        if (before.isEmpty() || event.job().fate() == JobFacts.Fate.FAILED || isThere(event)) {
            return Turn.forget();
        }
        var known = before.get();
        return Turn.remember(event.got(ClientEvent.Form.VIDEO) ? known.begun(event) : known.asking());
    }

    /** Whether the client has the video anyway: it asked whether it changed, or was given something in its place. */
    private static boolean isThere(ClientEvent event) {
        return event.told().status() == 304 || event.got(ClientEvent.Form.FETCHED);
    }

    /** What is known after the client turned out never to have got the queue reply. */
    static Turn<Fetching> lost(Optional<Fetching> before) {
        return before.map(known -> Turn.remember(known.asked ? known : known.unknown()))
                .orElseGet(Turn::forget);
    }

    /** What is known after a download has ended. */
    static Turn<Fetching> downloaded(Optional<Fetching> before, Download download) {
        return before.map(known -> known.ended(download))
                .filter(known -> !known.got.isWhole())
                .map(Turn::remember)
                .orElseGet(Turn::forget);
    }

    private Fetching begun(ClientEvent event) {
        return new Fetching(
                queued, true, true, underWay + 1, got, event.n(), event.moment().world());
    }

    private Fetching asking() {
        return new Fetching(queued, true, true, underWay, got, latest, latestAt);
    }

    private Fetching unknown() {
        return new Fetching(queued, false, false, underWay, got, latest, latestAt);
    }

    private Fetching ended(Download download) {
        return new Fetching(queued, known, asked, underWay - 1, got.plus(download), latest, latestAt);
    }

    /** The job, if there is, or was, a video that the client knew of, does not fetch and did not come for in good time. */
    Optional<JobFacts> left(Question question, String queueId) {
        return known && underWay == 0
                ? question.jobs().apply(queueId).filter(job -> isLost(job, question, latestAt))
                : Optional.empty();
    }

    /** What was lost and how, in words that go on after the id; empty if not a byte arrived. */
    Optional<String> brokeOff() {
        return got.bytes() == 0
                ? Optional.empty()
                : Optional.of("broke off after " + got.bytes() + " of " + got.total()
                        + " bytes, and nobody came back for the rest");
    }

    /** The requests that show it. */
    List<Long> evidence() {
        return queued == latest ? List.of(queued) : List.of(queued, latest);
    }

    /** Whether there is, or was, a video that nobody came for in good time. */
    static boolean isLost(JobFacts job, Question question, Instant latest) {
        if (job.fate() == JobFacts.Fate.GONE) {
            return true;
        }
        var patience = job.polled() ? Duration.ZERO : job.pollInterval().multipliedBy(PATIENCE);
        var since = latest.isAfter(job.endedAt()) ? latest : job.endedAt();
        return job.fate() == JobFacts.Fate.COMPLETED
                && (question.closing() || !question.now().isBefore(since.plus(patience)));
    }
}
