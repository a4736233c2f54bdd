package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.contract.check.PaidJob.JobPurpose;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks of jobs whose video comes by a download link. */
final class LinkChecks {

    private LinkChecks() {}

    static List<Check> all() {
        return List.of(
                JobScript.check(
                        JobPurpose.LINK,
                        "link.queue-reply",
                        "A private model hands out a download link",
                        "docs/api/queue.md, \"Reply of queue\"",
                        LinkChecks::linkReply),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.early",
                        "The link answers no video before there is one",
                        "docs/api/download-links.md, \"Before a link is ready\"",
                        LinkUse::early),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.charged-as-quoted",
                        "The balance falls by the quote of a job with a link",
                        "docs/api/quote.md, \"A quote is what is charged\"",
                        JobChecks::charged),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.completed",
                        "With a link retrieve answers COMPLETED, never the video",
                        "docs/api/retrieve.md, \"Status or video\"",
                        LinkChecks::linkCompleted),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.download",
                        "The link answers the MP4 without a key",
                        "docs/api/download-links.md, \"Using a link\"",
                        LinkChecks::download),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.range",
                        "Part of a video comes as it was asked for, to the byte",
                        "docs/api/download-links.md, \"Parts of a video\"",
                        LinkUse::range),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.head",
                        "HEAD tells of the video what GET does",
                        "docs/api/download-links.md, \"Parts of a video\"",
                        LinkUse::head),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.forged",
                        "A link that was changed, cut or made up opens nothing and deletes nothing",
                        "docs/api/download-links.md, \"Statuses of a link\"",
                        LinkUse::forged),
                JobScript.check(
                                JobPurpose.LINK,
                                "link.complete",
                                "Complete does nothing to a job with a link",
                                "docs/api/complete.md, \"Complete in practice\"",
                                JobRequests::completeLink)
                        .in(edition -> !JobChecks.deletesWithComplete(edition)),
                JobScript.check(
                        JobPurpose.LINK,
                        "link.revoked",
                        "A deleted link answers 410",
                        "docs/api/download-links.md, \"Deleting a link\"",
                        LinkChecks::revoked,
                        ApiQuirk.DELETED_LINK),
                JobScript.check(
                                JobPurpose.PUBLIC_GROK,
                                "link.public-grok",
                                "A public Grok model hands out no link",
                                "docs/api/disagreements.md, \"Models with links\"",
                                LinkChecks::publicGrok,
                                ApiQuirk.DOWNLOAD_LINKS)
                        .in(LinkChecks::listsPublicGrok));
    }

    private static CheckResult linkReply(CheckContext session, PaidJob paidJob) {
        var answer = new TargetReply(200, Map.of("content-type", "application/json"), Json.bytes(paidJob.reply()));
        var expected = Expectation.status(200)
                .schema("queue-reply")
                .where("/download_url", "an address", node -> node.asText().startsWith("http"));
        return JobScript.judged(session, JobScript.queueCall(paidJob), expected.compare(answer, session.schemas()));
    }

    private static CheckResult linkCompleted(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var answer = session.jobs().await(session, paidJob.retrieve());
        var expected = Expectation.status(200).schema("retrieve-reply").text("/status", "COMPLETED");
        return JobScript.judged(session, paidJob.retrieve(), expected.compare(answer, session.schemas()));
    }

    private static CheckResult download(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return new CheckResult.Skipped("no link was handed out");
        }
        session.jobs().await(session, paidJob.retrieve());
        var call = TargetRequest.get(paidJob.link().get());
        var found = new ArrayList<>(JobScript.isMovie(session.ask(call), session));
        if (found.isEmpty()) {
            // a few fetches are allowed, and what the bytes have to be stands in the oracle of videos
            found.addAll(JobScript.isMovie(session.ask(call), session));
        }
        return JobScript.judged(session, call, found);
    }

    private static CheckResult revoked(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return new CheckResult.Skipped("no link was handed out");
        }
        var deletion = TargetRequest.delete(paidJob.link().get());
        var deleted = session.ask(deletion);
        if (deleted.status() >= 300) {
            return JobScript.judged(session, deletion, Expectation.status(204).compare(deleted, session.schemas()));
        }
        session.jobs().closed(paidJob);
        var call = TargetRequest.get(paidJob.link().get());
        var answer = session.ask(call);
        var found = new DifferenceLog();
        found.add(call, Expectation.status(410).compare(answer, session.schemas()));
        var again = session.ask(call);
        var ofHead = TargetRequest.head(paidJob.link().get());
        var head = session.ask(ofHead);
        if (found.isEmpty() && again.status() != answer.status()) {
            found.add(call, new Difference("status", "410 at a second GET too", again.toString()));
        }
        if (head.status() < 400 || (head.status() != answer.status() && !LinkUse.NO_HEAD.contains(head.status()))) {
            found.add(ofHead, new Difference("status", "the refusal of GET for HEAD too", head.toString()));
        }
        return answer.status() == 404 && again.status() == 404 && head.status() >= 400
                ? new CheckResult.Differs(
                        found.found(), session.target().curl(call), Map.of(ApiQuirk.DELETED_LINK.label(), "404"))
                : found.result(session);
    }

    private static boolean listsPublicGrok(ApiEdition edition) {
        return Catalog.of(edition).listed().stream()
                .map(Model::rules)
                .anyMatch(
                        rules -> rules.has(ModelTrait.DOWNLOAD_LINK_OBSERVED) && !rules.has(ModelTrait.DOWNLOAD_LINK));
    }

    private static CheckResult publicGrok(CheckContext session, PaidJob paidJob) {
        var call = JobScript.queueCall(paidJob);
        if (paidJob.link().isEmpty()) {
            return new CheckResult.Agrees();
        }
        var difference = new Difference("/download_url", "absent", "an address");
        var setting = Map.of(ApiQuirk.DOWNLOAD_LINKS.label(), "all-grok");
        return new CheckResult.Differs(List.of(difference), session.target().curl(call), setting);
    }
}
