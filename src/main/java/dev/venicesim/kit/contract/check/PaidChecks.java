package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.check.Ticket.Errand;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What is claimed of jobs; in the order of a job's life, since all of an errand's checks share one job. */
final class PaidChecks {

    private PaidChecks() {}

    /** What is done with a job. */
    private interface JobScript {
        Result run(Session session, Ticket ticket) throws InterruptedException;
    }

    static List<Check> all() {
        return List.of(
                on(
                        Errand.STREAM,
                        "job.queue-reply",
                        "Queue answers with the model and a queue id",
                        "api-facts 1.3",
                        PaidChecks::reply),
                on(
                        Errand.STREAM,
                        "job.charged-as-quoted",
                        "The balance falls by the quote",
                        "api-facts 5.1, 6",
                        PaidChecks::charged),
                on(
                        Errand.STREAM,
                        "job.processing",
                        "A running job answers its status and two times",
                        "api-facts 1.4",
                        PaidChecks::processing),
                on(
                        Errand.STREAM,
                        "job.other-model",
                        "Retrieve with another model finds nothing",
                        "api-facts 11 #59",
                        PaidChecks::otherModel),
                on(
                        Errand.STREAM,
                        "job.video",
                        "A finished job answers the MP4 itself",
                        "api-facts 1.4",
                        PaidChecks::video),
                on(Errand.STREAM, "job.video-again", "The MP4 can be fetched again", "api-facts 6", PaidChecks::video),
                on(
                        Errand.STREAM,
                        "job.complete",
                        "Complete deletes the media",
                        "api-facts 1.5",
                        PaidChecks::complete,
                        Quirk.COMPLETE),
                on(Errand.STREAM, "job.gone", "After complete retrieve finds nothing", "api-facts 6", PaidChecks::gone),
                on(
                        Errand.DELETE,
                        "job.delete-on-completion",
                        "The flag deletes the media with the delivery",
                        "api-facts 6",
                        PaidChecks::deleting),
                on(
                        Errand.LINK,
                        "link.queue-reply",
                        "A private model hands out a download link",
                        "api-facts 1.3",
                        PaidChecks::linkReply),
                on(
                        Errand.LINK,
                        "link.completed",
                        "With a link retrieve answers COMPLETED, never the video",
                        "api-facts 1.4",
                        PaidChecks::linkCompleted),
                on(
                        Errand.LINK,
                        "link.download",
                        "The link answers the MP4 without a key",
                        "api-facts 6",
                        PaidChecks::download),
                on(
                        Errand.LINK,
                        "link.revoked",
                        "A deleted link answers 410",
                        "api-facts 6",
                        PaidChecks::revoked,
                        Quirk.DELETED_LINK));
    }

    private static Check on(Errand errand, String id, String says, String source, JobScript script, Quirk... settles) {
        return Check.paid(
                id,
                documented(says, source),
                session -> {
                    var order = session.jobs().order(session, errand);
                    if (order instanceof Jobs.Order.Refused refused) {
                        return refused.why();
                    }
                    return script.run(session, ((Jobs.Order.Placed) order).ticket());
                },
                settles);
    }

    private static Result reply(Session session, Ticket ticket) {
        var answer = new Answer(200, Map.of("content-type", "application/json"), Json.bytes(ticket.reply()));
        var expected = Expectation.status(200)
                .schema("queue-reply")
                .text("/model", ticket.request().path("model").asText())
                .where("/queue_id", "a UUID", id -> id.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .absent("/download_url");
        return judged(session, queueCall(ticket), expected.compare(answer, session.schemas()));
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
                : judged(
                        session,
                        queueCall(ticket),
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
        return judged(session, ticket.retrieve(), expected.compare(answer, session.schemas()));
    }

    private static Result otherModel(Session session, Ticket ticket) throws InterruptedException {
        var call = Call.post("/video/retrieve", ticket.ids().put("model", Ask.NO_MODEL))
                .withKey();
        var answer = session.ask(call);
        return judged(session, call, Expectation.status(404).compare(answer, session.schemas()));
    }

    private static Result video(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.jobs().await(session, ticket.retrieve());
        return judged(session, ticket.retrieve(), isMovie(answer, session));
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
        return judged(session, ticket.retrieve(), differences);
    }

    private static Result deleting(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.jobs().await(session, ticket.retrieveAndDelete());
        var differences = isMovie(answer, session);
        if (!differences.isEmpty()) {
            return judged(session, ticket.retrieveAndDelete(), differences);
        }
        session.jobs().closed(ticket);
        return vanished(session, ticket);
    }

    private static Result linkReply(Session session, Ticket ticket) {
        var answer = new Answer(200, Map.of("content-type", "application/json"), Json.bytes(ticket.reply()));
        var expected = Expectation.status(200)
                .schema("queue-reply")
                .where("/download_url", "an address", node -> node.asText().startsWith("http"));
        return judged(session, queueCall(ticket), expected.compare(answer, session.schemas()));
    }

    private static Result linkCompleted(Session session, Ticket ticket) throws InterruptedException {
        var answer = session.jobs().await(session, ticket.retrieve());
        var expected = Expectation.status(200).schema("retrieve-reply").text("/status", "COMPLETED");
        return judged(session, ticket.retrieve(), expected.compare(answer, session.schemas()));
    }

    private static Result download(Session session, Ticket ticket) throws InterruptedException {
        if (ticket.link().isEmpty()) {
            return new Result.Skipped("no link was handed out");
        }
        session.jobs().await(session, ticket.retrieve());
        var call = Call.get(ticket.link().get());
        return judged(session, call, isMovie(session.ask(call), session));
    }

    private static Result revoked(Session session, Ticket ticket) throws InterruptedException {
        if (ticket.link().isEmpty()) {
            return new Result.Skipped("no link was handed out");
        }
        var deletion = Call.delete(ticket.link().get());
        var deleted = session.ask(deletion);
        if (deleted.status() >= 300) {
            return judged(session, deletion, Expectation.status(204).compare(deleted, session.schemas()));
        }
        session.jobs().closed(ticket);
        var call = Call.get(ticket.link().get());
        var answer = session.ask(call);
        var differences = Expectation.status(410).compare(answer, session.schemas());
        return answer.status() == 404
                ? new Result.Differs(
                        differences, session.target().curl(call), Map.of(Quirk.DELETED_LINK.label(), "404"))
                : judged(session, call, differences);
    }

    private static List<Difference> isMovie(Answer answer, Session session) {
        var differences = Expectation.status(200)
                .header("content-type", "video/mp4", type -> type.startsWith("video/mp4"))
                .compare(answer, session.schemas());
        if (!differences.isEmpty()) {
            return differences;
        }
        var body = answer.body();
        var box = body.length < 8 ? "" : new String(body, 4, 4, StandardCharsets.US_ASCII);
        return box.equals("ftyp")
                ? List.of()
                : List.of(new Difference("body", "an MP4, which begins with ftyp", body.length + " bytes, " + box));
    }

    private static Call queueCall(Ticket ticket) {
        return Call.post("/video/queue", ticket.request()).withKey();
    }

    private static Result judged(Session session, Call call, List<Difference> differences) {
        return differences.isEmpty()
                ? new Result.Agrees()
                : new Result.Differs(differences, session.target().curl(call), Map.of());
    }
}
