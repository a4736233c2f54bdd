package dev.venicesim.journal.finding;

import java.util.List;
import java.util.Optional;

/** A download link that was handed out once, with the queue reply, and never opened. */
final class LinkDropped implements Rule<Long> {

    @Override
    public Card card() {
        return new Card("link-dropped", Severity.ERROR, Docs.API);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.job().linked() ? event.queueId() : Optional.empty();
    }

    @Override
    public Turn<Long> on(Optional<Long> before, Event event) {
        if (event.got(Event.Form.ACCEPTED)) {
            return Turn.remember(event.n());
        }
        return event.is("download") && event.got(Event.Form.VIDEO) ? Turn.forget() : Turn.keep(before);
    }

    @Override
    public Optional<Remark> overdue(Long queued, Question question, String queueId) {
        return question.jobs()
                .apply(queueId)
                .filter(job -> NeverFetched.isLost(job, question))
                .map(job -> new Remark(
                        job.cost(),
                        "dropped the download_url of " + queueId
                                + ", which comes once, in the queue reply; the video cannot be had otherwise",
                        List.of(queued)));
    }
}
