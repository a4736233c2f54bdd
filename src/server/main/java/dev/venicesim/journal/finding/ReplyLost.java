package dev.venicesim.journal.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job that was paid for and whose queue reply never arrived, so that the client cannot know its id. Nobody's fault;
 * told so that the money is accounted for.
 */
final class ReplyLost implements FindingRule<Long> {

    @Override
    public Card card() {
        return new Card("reply-lost", Severity.INFO, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.queueId();
    }

    @Override
    public boolean isOfJobs() {
        return true;
    }

    @Override
    public Turn<Long> on(Optional<Long> before, ClientEvent event) {
        if (event.got(ClientEvent.Form.ACCEPTED)) {
            return event.arrived() ? Turn.forget() : Turn.remember(event.n());
        }
        // the id came to it by another way; a link comes by none
        return !event.job().linked() || event.is("download") ? Turn.forget() : Turn.keep(before);
    }

    @Override
    public Turn<Long> lost(Optional<Long> before, ClientEvent event) {
        return Turn.remember(event.n());
    }

    @Override
    public Optional<RawFinding> overdue(Long queued, Question question, String queueId) {
        return question.jobs()
                .apply(queueId)
                .filter(job -> Fetching.isLost(job, question, Instant.MIN))
                .map(job -> new RawFinding(
                        job.cost(),
                        "paid for " + queueId + " (" + job.model()
                                + "), whose queue reply was lost on its way, so that the client cannot know it;"
                                + " /billing/usage-history lists the charge",
                        List.of(queued)));
    }
}
