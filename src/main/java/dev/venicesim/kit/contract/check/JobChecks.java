package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.check.Ticket.Errand;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What is claimed of jobs whose video comes from retrieve; in the order of a job's life. */
final class JobChecks {

    private JobChecks() {}

    static List<Check> all() {
        return List.of(
                JobScript.check(
                        Errand.STREAM,
                        "job.queue-reply",
                        "Queue answers with the model and a queue id",
                        "api-facts 1.3",
                        JobChecks::reply),
                JobScript.check(
                        Errand.STREAM,
                        "job.charged-as-quoted",
                        "The balance falls by the quote",
                        "api-facts 5.1, 6",
                        JobChecks::charged),
                JobScript.check(
                        Errand.STREAM,
                        "job.processing",
                        "A running job answers its status and two times",
                        "api-facts 1.4",
                        JobChecks::processing),
                JobScript.check(
                        Errand.STREAM,
                        "job.other-model",
                        "Retrieve with another model finds nothing",
                        "api-facts 11 #59",
                        JobChecks::otherModel,
                        Quirk.UNKNOWN_QUEUE_ID),
                JobScript.check(
                        Errand.STREAM,
                        "job.video",
                        "A finished job answers the MP4 itself",
                        "api-facts 1.4",
                        JobChecks::video),
                JobScript.check(
                        Errand.STREAM,
                        "job.video-again",
                        "The MP4 can be fetched again",
                        "api-facts 6",
                        JobChecks::video),
                JobScript.check(
                        Errand.STREAM,
                        "job.complete",
                        "Complete deletes the media",
                        "api-facts 1.5",
                        JobChecks::complete,
                        Quirk.COMPLETE),
                JobScript.check(
                        Errand.STREAM,
                        "job.gone",
                        "After complete retrieve finds nothing",
                        "api-facts 6",
                        JobChecks::gone),
                JobScript.check(
                        Errand.DELETE,
                        "job.delete-on-completion",
                        "The flag deletes the media with the delivery",
                        "api-facts 6",
                        JobChecks::deleting));
    }

    private static Result reply(Session session, Ticket ticket) {
        var answer = new Answer(200, Map.of("content-type", "application/json"), Json.bytes(ticket.reply()));
        var expected = Expectation.status(200)
                .schema("queue-reply")
                .text("/model", ticket.request().path("model").asText())
                .where("/queue_id", "a UUID", id -> id.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .absent("/download_url");
        return JobScript.judged(session, JobScript.queueCall(ticket), expected.compare(answer, session.schemas()));
    }

    private static Result charged(Session session, Ticket ticket) throws InterruptedException {
        var after = session.ask(ticket.retrieve()).header("x-venice-balance-usd");
        if (ticket.balance().isEmpty() || after.isEmpty()) {
            return new Result.Skipped("the target tells no balance in its headers");
        }
        var fallen = new BigDecimal(ticket.balance()).subtract(new BigDecimal(after.get()));
        var quoted = ticket.cost().decimal();
        return fallen.compareTo(quoted) == 0
                ? new Result.Agrees()
                : JobScript.judged(
                        session,
                        JobScript.queueCall(ticket),
                        List.of(new Difference(
                                "header x-venice-balance-usd",
                                "a fall by the quote, " + ticket.cost(),
                                "a fall by " + fallen.toPlainString())));
    }

    private static Result processing(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.ask(ticket.retrieve());
        if (answer.isVideo()) {
            return new Result.Skipped("the job had ended before it was asked about");
        }
        var expected = Expectation.status(200).schema("retrieve-reply").text("/status", "PROCESSING");
        return JobScript.judged(session, ticket.retrieve(), expected.compare(answer, session.schemas()));
    }

    private static Result otherModel(Session session, Ticket ticket) throws InterruptedException {
        var call = Call.post("/video/retrieve", ticket.ids().put("model", Ask.NO_MODEL))
                .withKey();
        var answer = session.ask(call);
        var differences = Expectation.status(404).compare(answer, session.schemas());
        if (!differences.isEmpty()
                && TicketChecks.noId().compare(answer, session.schemas()).isEmpty()) {
            var quirk = Map.of(Quirk.UNKNOWN_QUEUE_ID.label(), "400");
            return new Result.Differs(differences, session.target().curl(call), quirk);
        }
        return JobScript.judged(session, call, differences);
    }

    private static Result video(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.jobs().await(session, ticket.retrieve());
        return JobScript.judged(session, ticket.retrieve(), JobScript.isMovie(answer, session));
    }

    private static Result complete(Session session, Ticket ticket) throws InterruptedException {
        session.jobs().await(session, ticket.retrieve());
        var answer = session.ask(ticket.complete());
        var expected = Expectation.status(200)
                .schema("complete-reply")
                .where("/success", "true", node -> node.isBoolean() && node.booleanValue());
        var differences = expected.compare(answer, session.schemas());
        if (differences.isEmpty()) {
            session.jobs().closed(ticket);
            return new Result.Agrees();
        }
        var quirk = TicketChecks.noId().compare(answer, session.schemas()).isEmpty()
                ? Map.of(Quirk.COMPLETE.label(), "400")
                : Map.<String, String>of();
        return new Result.Differs(differences, session.target().curl(ticket.complete()), quirk);
    }

    private static Result gone(Session session, Ticket ticket) throws InterruptedException {
        if (ticket.open()) {
            return new Result.Skipped("complete has not deleted the media");
        }
        return vanished(session, ticket);
    }

    private static Result vanished(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.ask(ticket.retrieve());
        var differences = TicketChecks.notFound().compare(answer, session.schemas());
        if (!differences.isEmpty()
                && TicketChecks.notFoundOnce()
                        .compare(answer, session.schemas())
                        .isEmpty()) {
            var quirk = Map.of(Quirk.MEDIA_NOT_FOUND_TEXT.label(), "single-may");
            return new Result.Differs(differences, session.target().curl(ticket.retrieve()), quirk);
        }
        return JobScript.judged(session, ticket.retrieve(), differences);
    }

    private static Result deleting(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.jobs().await(session, ticket.retrieveAndDelete());
        var differences = JobScript.isMovie(answer, session);
        if (!differences.isEmpty()) {
            return JobScript.judged(session, ticket.retrieveAndDelete(), differences);
        }
        session.jobs().closed(ticket);
        return vanished(session, ticket);
    }
}
