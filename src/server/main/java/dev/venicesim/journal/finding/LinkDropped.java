package dev.venicesim.journal.finding;

import java.util.Optional;

/** A download link that was handed out once, with the queue reply, and never opened, or not read to its end. */
final class LinkDropped implements FindingRule<Fetching> {

    @Override
    public Card card() {
        return new Card("link-dropped", Severity.ERROR, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        // who asks for the status does not thereby know the link
        return event.job().linked() && (event.is("queue") || event.is("download")) ? event.queueId() : Optional.empty();
    }

    @Override
    public boolean isOfJobs() {
        return true;
    }

    @Override
    public Turn<Fetching> on(Optional<Fetching> before, ClientEvent event) {
        return Fetching.on(before, event);
    }

    @Override
    public Turn<Fetching> lost(Optional<Fetching> before, ClientEvent event) {
        return Fetching.lost(before);
    }

    @Override
    public Turn<Fetching> downloaded(Optional<Fetching> before, ClientEvent event, Download download) {
        return Fetching.downloaded(before, download);
    }

    @Override
    public Optional<RawFinding> overdue(Fetching fetching, Question question, String queueId) {
        return fetching.left(question, queueId).map(job -> {
            var says = fetching.brokeOff()
                    .map(how -> "paid for " + queueId + " and did not fetch it to its end: the download from its link "
                            + how)
                    .orElse("dropped the download_url of " + queueId
                            + ", which comes once, in the queue reply; the video cannot be had otherwise");
            return new RawFinding(job.cost(), says, fetching.evidence());
        });
    }
}
