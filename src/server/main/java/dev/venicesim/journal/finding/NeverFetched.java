package dev.venicesim.journal.finding;

import java.util.Optional;

/** A finished video that the client paid for, could know of, and never fetched, or not to its end. */
final class NeverFetched implements FindingRule<Fetching> {

    @Override
    public Card card() {
        return new Card("never-fetched", Severity.ERROR, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.job().linked() ? Optional.empty() : event.queueId();
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
            var paid = "paid for " + queueId + " (" + job.model() + ") and ";
            var says = fetching.brokeOff()
                    .map(how -> paid + "did not fetch it to its end: the download " + how)
                    .orElse(paid + "never fetched it");
            return new RawFinding(job.cost(), says, fetching.evidence());
        });
    }
}
