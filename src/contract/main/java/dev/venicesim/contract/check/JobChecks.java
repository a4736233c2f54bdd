package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.check.PaidJob.JobPurpose;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Checks of jobs whose video comes from retrieve; in the order of a job's life. */
final class JobChecks {

    private JobChecks() {}

    static List<Check> all() {
        return List.of(
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.queue-reply",
                        "Queue answers with the model and a queue id",
                        "docs/api/queue.md, \"Reply of queue\"",
                        JobChecks::reply),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.complete-early",
                        "Complete before the end deletes nothing",
                        "docs/api/complete.md, \"What complete does\"",
                        RunningJob::completedEarly,
                        ApiQuirk.COMPLETE),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.charged-as-quoted",
                        "The balance falls by the quote",
                        "docs/api/quote.md, \"A quote is what is charged\"",
                        JobChecks::charged),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.processing",
                        "A running job answers its status and two times",
                        "docs/api/retrieve.md, \"Times of a status\"",
                        JobChecks::processing),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.times",
                        "The time of a running job grows in milliseconds",
                        "docs/api/retrieve.md, \"Times of a status\"",
                        RunningJob::times),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.strangers",
                        "Nobody else sees a job, or ends it",
                        "docs/api/retrieve.md, \"Life of an id\"",
                        RunningJob::strangers),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.other-model",
                        "Retrieve with another model finds nothing",
                        "docs/api/disagreements.md, \"Wrong model for an id\"",
                        JobChecks::otherModel,
                        ApiQuirk.UNKNOWN_QUEUE_ID),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.other-listed-model",
                        "Retrieve with another model of the list finds nothing",
                        "docs/api/disagreements.md, \"Wrong model for an id\"",
                        JobRequests::otherListedModel),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.incomplete-requests",
                        "Retrieve of a job needs its model, and a flag that is a boolean",
                        "docs/api/retrieve.md, \"Fields of a retrieve request\"",
                        JobRequests::incomplete),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.balance-everywhere",
                        "Whoever tells the balance tells it after the charge",
                        "docs/api/quote.md, \"A quote is what is charged\"",
                        JobRequests::balances),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.video",
                        "A finished job answers the MP4 itself",
                        "docs/api/retrieve.md, \"Status or video\"",
                        JobChecks::video),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.usage",
                        "Usage lists the job at what it cost",
                        "docs/api/billing.md, \"Usage history\"",
                        RunningJob::usage),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.usage-sums",
                        "Usage sums count the job once",
                        "docs/api/billing.md, \"Usage sums\"",
                        UsageSums::once),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.video-again",
                        "The MP4 can be fetched again",
                        "docs/api/retrieve.md, \"Fetching again\"",
                        JobChecks::video),
                JobScript.check(
                        JobPurpose.STREAM,
                        "job.complete",
                        "Complete deletes the media",
                        "docs/api/complete.md, \"What complete does\"",
                        JobChecks::complete,
                        ApiQuirk.COMPLETE),
                JobScript.check(
                                JobPurpose.STREAM,
                                "job.gone",
                                "After complete retrieve finds nothing",
                                "docs/api/complete.md, \"Media after complete\"",
                                JobChecks::gone)
                        .in(JobChecks::deletesWithComplete),
                JobScript.check(
                        JobPurpose.DELETE,
                        "job.delete-on-completion",
                        "The flag deletes the media with the delivery",
                        "docs/api/retrieve.md, \"Deleting with the delivery\"",
                        JobChecks::deleting));
    }

    private static CheckResult reply(CheckContext session, PaidJob paidJob) {
        var answer = new TargetReply(200, Map.of("content-type", "application/json"), Json.bytes(paidJob.reply()));
        var expected = Expectation.status(200)
                .schema("queue-reply")
                .text("/model", paidJob.request().path("model").asText())
                .where("/queue_id", "a UUID", id -> id.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .absent("/download_url");
        return JobScript.judged(session, JobScript.queueCall(paidJob), expected.compare(answer, session.schemas()));
    }

    static CheckResult charged(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var after = session.ask(paidJob.retrieve()).header("x-venice-balance-usd");
        if (paidJob.balance().isEmpty() || after.isEmpty()) {
            return new CheckResult.Skipped("the target tells no balance in its headers");
        }
        var told = paidJob.balance() + " and then " + after.get();
        if (!isAmount(paidJob.balance()) || !isAmount(after.get())) {
            return JobScript.judged(
                    session,
                    isAmount(paidJob.balance()) ? paidJob.retrieve() : JobScript.queueCall(paidJob),
                    List.of(new Difference("header x-venice-balance-usd", "numbers", told)));
        }
        var fallen = new BigDecimal(paidJob.balance()).subtract(new BigDecimal(after.get()));
        var quoted = paidJob.cost().decimal();
        if (fallen.compareTo(quoted) != 0 && RunningJob.paysInDiem(session)) {
            return new CheckResult.Skipped("the account has DIEM, which pays first");
        }
        return fallen.compareTo(quoted) == 0
                ? new CheckResult.Agrees()
                : JobScript.judged(
                        session,
                        paidJob.retrieve(),
                        List.of(new Difference(
                                "header x-venice-balance-usd",
                                "a fall by the quote, " + paidJob.cost(),
                                "a fall by " + fallen.toPlainString())));
    }

    private static boolean isAmount(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,12})?");
    }

    private static CheckResult processing(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var answer = session.ask(paidJob.retrieve());
        if (answer.isVideo()) {
            return new CheckResult.Skipped("the job had ended before it was asked about");
        }
        var expected = Expectation.status(200).schema("retrieve-reply").text("/status", "PROCESSING");
        return JobScript.judged(session, paidJob.retrieve(), expected.compare(answer, session.schemas()));
    }

    private static CheckResult otherModel(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var call = TargetRequest.post("/video/retrieve", paidJob.ids().put("model", CheckRequests.NO_MODEL))
                .withKey();
        var answer = session.ask(call);
        var differences = Expectation.status(404).compare(answer, session.schemas());
        if (!differences.isEmpty()
                && UnknownJobChecks.noId().compare(answer, session.schemas()).isEmpty()) {
            var quirk = Map.of(ApiQuirk.UNKNOWN_QUEUE_ID.label(), "400");
            return new CheckResult.Differs(differences, session.target().curl(call), quirk);
        }
        return JobScript.judged(session, call, differences);
    }

    private static CheckResult video(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var answer = session.jobs().await(session, paidJob.retrieve());
        return JobScript.judged(session, paidJob.retrieve(), JobScript.isMovie(answer, session));
    }

    private static CheckResult complete(CheckContext session, PaidJob paidJob) throws InterruptedException {
        session.jobs().await(session, paidJob.retrieve());
        var answer = session.ask(paidJob.complete());
        var expected = Expectation.status(200)
                .schema("complete-reply")
                .where("/success", "true", node -> node.isBoolean() && node.booleanValue());
        var differences = expected.compare(answer, session.schemas());
        if (differences.isEmpty()) {
            session.jobs().closed(paidJob);
            return JobScript.judged(
                    session,
                    paidJob.complete(),
                    Expectation.status(200)
                            .schema("complete-reply")
                            .compare(session.ask(paidJob.complete()), session.schemas()));
        }
        var quirk = UnknownJobChecks.noId().compare(answer, session.schemas()).isEmpty()
                ? Map.of(ApiQuirk.COMPLETE.label(), "400")
                : Map.<String, String>of();
        return new CheckResult.Differs(differences, session.target().curl(paidJob.complete()), quirk);
    }

    static boolean deletesWithComplete(ApiEdition edition) {
        var usual = edition.quirks().getOrDefault(ApiQuirk.COMPLETE.label(), ApiQuirk.COMPLETE.defaultValue());
        return usual.equals(ApiQuirk.COMPLETE.defaultValue());
    }

    private static CheckResult gone(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.open()) {
            return new CheckResult.Skipped("complete has not deleted the media");
        }
        return vanished(session, paidJob);
    }

    private static CheckResult vanished(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var answer = session.ask(paidJob.retrieve());
        var differences = UnknownJobChecks.notFound().compare(answer, session.schemas());
        if (!differences.isEmpty()
                && UnknownJobChecks.notFoundOnce()
                        .compare(answer, session.schemas())
                        .isEmpty()) {
            var quirk = Map.of(ApiQuirk.MEDIA_NOT_FOUND_TEXT.label(), "single-may");
            return new CheckResult.Differs(differences, session.target().curl(paidJob.retrieve()), quirk);
        }
        return JobScript.judged(session, paidJob.retrieve(), differences);
    }

    private static CheckResult deleting(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var answer = session.jobs().await(session, paidJob.retrieveAndDelete());
        var differences = JobScript.isMovie(answer, session);
        if (!differences.isEmpty()) {
            return JobScript.judged(session, paidJob.retrieveAndDelete(), differences);
        }
        session.jobs().closed(paidJob);
        var once = vanished(session, paidJob);
        return once instanceof CheckResult.Agrees ? vanished(session, paidJob) : once;
    }
}
