package dev.venicesim.journal.finding;

import dev.venicesim.journal.finding.JobFacts.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A finished video that the client paid for and never fetched. */
final class NeverFetched implements Rule<Long> {

    /** So many poll intervals after the end are enough for any client. */
    static final int PATIENCE = 10;

    @Override
    public Card card() {
        return new Card("never-fetched", Severity.ERROR, Docs.API);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.job().linked() ? Optional.empty() : event.queueId();
    }

    @Override
    public Turn<Long> on(Optional<Long> before, Event event) {
        if (event.got(Event.Form.ACCEPTED)) {
            return Turn.remember(event.n());
        }
        return event.got(Event.Form.VIDEO) || event.job().fate() == Fate.FAILED ? Turn.forget() : Turn.keep(before);
    }

    @Override
    public Optional<Remark> overdue(Long queued, Question question, String queueId) {
        return question.jobs()
                .apply(queueId)
                .filter(job -> isLost(job, question))
                .map(job -> new Remark(
                        job.cost(),
                        "paid for " + queueId + " (" + job.model() + ") and never fetched it",
                        List.of(queued)));
    }

    /** Whether there is, or was, a video that nobody came for in good time. */
    static boolean isLost(JobFacts job, Rule.Question question) {
        if (job.fate() == Fate.GONE) {
            return true;
        }
        var patience = job.polled() ? Duration.ZERO : job.pollInterval().multipliedBy(PATIENCE);
        return job.fate() == Fate.COMPLETED
                && (question.closing() || !question.now().isBefore(job.endedAt().plus(patience)));
    }
}
