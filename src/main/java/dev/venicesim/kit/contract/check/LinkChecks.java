package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.check.Ticket.Errand;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Map;

/** What is claimed of jobs whose video comes by a download link. */
final class LinkChecks {

    private LinkChecks() {}

    static List<Check> all() {
        return List.of(
                JobScript.check(
                        Errand.LINK,
                        "link.queue-reply",
                        "A private model hands out a download link",
                        "api-facts 1.3",
                        LinkChecks::linkReply),
                JobScript.check(
                        Errand.LINK,
                        "link.completed",
                        "With a link retrieve answers COMPLETED, never the video",
                        "api-facts 1.4",
                        LinkChecks::linkCompleted),
                JobScript.check(
                        Errand.LINK,
                        "link.download",
                        "The link answers the MP4 without a key",
                        "api-facts 6",
                        LinkChecks::download),
                JobScript.check(
                        Errand.LINK,
                        "link.revoked",
                        "A deleted link answers 410",
                        "api-facts 6",
                        LinkChecks::revoked,
                        Quirk.DELETED_LINK),
                JobScript.check(
                                Errand.PUBLIC_GROK,
                                "link.public-grok",
                                "A public Grok model hands out no link",
                                "api-facts 11 #61",
                                LinkChecks::publicGrok,
                                Quirk.DOWNLOAD_LINKS)
                        .only(Edition.E2026_06_17));
    }

    private static Result linkReply(Session session, Ticket ticket) {
        var answer = new Answer(200, Map.of("content-type", "application/json"), Json.bytes(ticket.reply()));
        var expected = Expectation.status(200)
                .schema("queue-reply")
                .where("/download_url", "an address", node -> node.asText().startsWith("http"));
        return JobScript.judged(session, JobScript.queueCall(ticket), expected.compare(answer, session.schemas()));
    }

    private static Result linkCompleted(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.jobs().await(session, ticket.retrieve());
        var expected = Expectation.status(200).schema("retrieve-reply").text("/status", "COMPLETED");
        return JobScript.judged(session, ticket.retrieve(), expected.compare(answer, session.schemas()));
    }

    private static Result download(Session session, Ticket ticket) throws InterruptedException {
        if (ticket.link().isEmpty()) {
            return new Result.Skipped("no link was handed out");
        }
        session.jobs().await(session, ticket.retrieve());
        var call = Call.get(ticket.link().get());
        return JobScript.judged(session, call, JobScript.isMovie(session.ask(call), session));
    }

    private static Result revoked(Session session, Ticket ticket) throws InterruptedException {
        if (ticket.link().isEmpty()) {
            return new Result.Skipped("no link was handed out");
        }
        var deletion = Call.delete(ticket.link().get());
        var deleted = session.ask(deletion);
        if (deleted.status() >= 300) {
            return JobScript.judged(session, deletion, Expectation.status(204).compare(deleted, session.schemas()));
        }
        session.jobs().closed(ticket);
        var call = Call.get(ticket.link().get());
        var answer = session.ask(call);
        var differences = Expectation.status(410).compare(answer, session.schemas());
        return answer.status() == 404
                ? new Result.Differs(
                        differences, session.target().curl(call), Map.of(Quirk.DELETED_LINK.label(), "404"))
                : JobScript.judged(session, call, differences);
    }

    private static Result publicGrok(Session session, Ticket ticket) {
        var call = JobScript.queueCall(ticket);
        if (ticket.link().isEmpty()) {
            return new Result.Agrees();
        }
        var difference = new Difference("/download_url", "absent", "an address");
        var setting = Map.of(Quirk.DOWNLOAD_LINKS.label(), "all-grok");
        return new Result.Differs(List.of(difference), session.target().curl(call), setting);
    }
}
