package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.check.PaidJob.JobPurpose;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.oracle.ObservedExchange;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs a run pays for: one for each errand, the cheapest there is, quoted first and cleaned up at the end whatever
 * happens.
 */
public final class PaidJobs {

    static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final int POLLS = 240;
    private static final int POLLS_WHEN_STOPPED = 36;

    private final RunBudget budget;
    private final Runnable changed;
    private final List<PaidJob> paidJobs = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final DeadLinks deadLinks = new DeadLinks();
    private final Map<ObjectNode, JsonNode> quotes = new HashMap<>();
    private int accidents;

    /** A job, or why there is none. */
    sealed interface Order {
        record Placed(PaidJob paidJob) implements Order {}

        record Refused(CheckResult why) implements Order {}
    }

    private record Offer(ObjectNode request, Usd price) {}

    /**
     * @param budget what pays
     * @param changed told whenever money or jobs moved, before and after each payment
     */
    public PaidJobs(RunBudget budget, Runnable changed) {
        this.budget = budget;
        this.changed = changed;
    }

    public RunBudget budget() {
        return budget;
    }

    public DeadLinks links() {
        return deadLinks;
    }

    /** The job of an errand, queued now if it was not before. */
    Order order(CheckContext session, JobPurpose purpose) throws InterruptedException {
        var known = paidJobs.stream()
                .filter(paidJob -> paidJob.purpose() == purpose)
                .findFirst();
        if (known.isPresent()) {
            return new Order.Placed(known.get());
        }
        if (!session.target().hasKey()) {
            return refused("no API key was given");
        }
        var offer = cheapest(session, purpose);
        if (offer.isEmpty()) {
            return refused(
                    session.sample().sellers(purpose).isEmpty()
                            ? "the target lists no text-to-video model " + purpose.says()
                            : "the target quotes no price of a text-to-video model " + purpose.says());
        }
        if (!budget.seesBalance()) {
            session.readBalance();
        }
        if (!budget.seesBalance()) {
            return new Order.Refused(new CheckResult.Inconclusive(
                    "the target tells no balance that is a number, and nothing is paid for unwatched", false));
        }
        var objection = budget.pay(offer.get().price());
        return objection.isPresent() ? refused(objection.get()) : place(session, purpose, offer.get());
    }

    private Order place(CheckContext session, JobPurpose purpose, Offer offer) throws InterruptedException {
        changed.run();
        var call = TargetRequest.post("/video/queue", offer.request()).withKey();
        var answer = queued(session, call, offer);
        session.heedKey(call, answer);
        if (!answer.ok() || answer.json().path("queue_id").asText().isEmpty()) {
            budget.close("queue did not take a job it had quoted");
            if (answer.status() == 402) {
                return new Order.Refused(
                        new CheckResult.Inconclusive("the account has too little money: " + answer.text(), false));
            }
            if (answer.ok() || answer.status() >= 500) {
                doubt(offer, "answered " + answer.status() + " without a queue_id");
            }
            var expected = Expectation.status(200).schema("queue-reply").compare(answer, session.schemas());
            return new Order.Refused(
                    new CheckResult.Differs(expected, session.target().curl(call), Map.of()));
        }
        var paidJob = new PaidJob(
                purpose,
                offer.request(),
                answer.json(),
                answer.header("x-venice-balance-usd").orElse(""),
                offer.price(),
                true);
        paidJobs.add(paidJob);
        changed.run();
        session.readBalance();
        changed.run();
        return new Order.Placed(paidJob);
    }

    private TargetReply queued(CheckContext session, TargetRequest call, Offer offer) throws InterruptedException {
        try {
            var answer = session.target().ask(call);
            session.heard(call, answer, answer.ok() ? offer.price() : Usd.ZERO);
            return answer;
        } catch (TargetFailure targetFailure) {
            if (targetFailure.kind() == TargetFailure.Kind.UNREACHABLE
                    || targetFailure.kind() == TargetFailure.Kind.NO_REPLY) {
                budget.close("queue gave no usable answer");
                doubt(offer, "gave no usable answer");
            }
            throw targetFailure;
        }
    }

    private void doubt(Offer offer, String what) {
        doubts.add(
                "queue was asked for a job of " + offer.request().path("model").asText() + " and " + what
                        + ": a job may run that nobody can name, and " + offer.price() + " USD may be charged");
    }

    /** A job that a check was given although it should have been refused. It is nobody's errand, and has no price. */
    synchronized void accident(TargetRequest call, TargetReply answer) {
        accidents++;
        budget.close("a request that should have been refused was accepted and may have been charged");
        if (answer.json().path("queue_id").asText().isEmpty()) {
            doubts.add("a request that should have been refused was answered 200 without a queue_id: nothing can be"
                    + " deleted, and something may be charged");
            changed.run();
            return;
        }
        paidJobs.add(new PaidJob(JobPurpose.UNORDERED, request(call), answer.json(), "", Usd.ZERO, true));
        changed.run();
    }

    /** How many requests that should have been refused were accepted. */
    public synchronized int accidents() {
        return accidents;
    }

    /** What was asked; some of the bodies that should have been refused are no JSON. */
    private static JsonNode request(TargetRequest call) {
        try {
            return Json.read(call.body().orElse("{}").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Json.object();
        }
    }

    /** Polls a job until it is no longer processing. */
    TargetReply await(CheckContext session, TargetRequest retrieve) throws InterruptedException {
        for (var polls = 0; polls < POLLS; polls++) {
            var answer = session.ask(retrieve);
            if (!answer.ok() || !isProcessing(answer) || hadEnded(session, retrieve)) {
                return answer;
            }
            session.target().pause().sleep(POLL_EVERY);
        }
        throw new TargetFailure(TargetFailure.Kind.STALLED, "a job is still processing after " + POLLS + " polls");
    }

    private static boolean isProcessing(TargetReply answer) {
        return answer.json().path("status").asText().equals("PROCESSING");
    }

    /** Whether the job was seen at its end before: one that then runs again is not waited for. */
    private static boolean hadEnded(CheckContext session, TargetRequest retrieve) {
        return session.conversation().exchanges().stream()
                .filter(exchange -> exchange.request().equals(retrieve))
                .map(ObservedExchange::reply)
                .anyMatch(reply -> reply.ok() && !isProcessing(reply));
    }

    void closed(PaidJob paidJob) {
        paidJobs.replaceAll(known -> known.queueId().equals(paidJob.queueId()) ? known.closed() : known);
        changed.run();
    }

    /** How many jobs may still hold media. */
    public int open() {
        return (int) paidJobs.stream().filter(PaidJob::open).count();
    }

    /**
     * Waits for each job that may still hold media and deletes these.
     *
     * @param targetFailure what ended the run early, if anything did; some leaves little to wait for
     * @return what could not be deleted, and what may have been charged unseen
     */
    public List<String> cleanUp(CheckContext session, Optional<TargetFailure.Kind> targetFailure)
            throws InterruptedException {
        var left = new ArrayList<>(doubts);
        // for all jobs together, since they are done at about the same time, and each is asked at least once
        var polls = patience(targetFailure);
        for (var paidJob : List.copyOf(paidJobs)) {
            if (paidJob.open()) {
                var cleanUp = new CleanUp(session, paidJob);
                cleanUp.deleted(Math.max(1, polls)).ifPresent(left::add);
                polls -= cleanUp.polls();
            }
        }
        return left;
    }

    private static int patience(Optional<TargetFailure.Kind> targetFailure) {
        if (targetFailure.isEmpty()) {
            return POLLS;
        }
        return switch (targetFailure.get()) {
            case STOPPED -> POLLS_WHEN_STOPPED;
            case KEY_REFUSED, OVERLOADED, DEAD_LINK -> 3;
            case UNREACHABLE, NO_REPLY, STALLED -> 1;
        };
    }

    private static Order refused(String why) {
        return new Order.Refused(new CheckResult.Skipped(why));
    }

    private Optional<Offer> cheapest(CheckContext session, JobPurpose purpose) throws InterruptedException {
        var offers = new ArrayList<Offer>();
        for (var model : session.sample().sellers(purpose)) {
            var request = ModelSample.smallest(model);
            var quote = quote(session, request);
            PlainNumber.of(quote)
                    .filter(price -> price.signum() > 0)
                    .map(price -> Usd.of(price.setScale(6, RoundingMode.UP)))
                    .ifPresent(price -> offers.add(new Offer(request, price)));
        }
        return offers.stream().min(Comparator.comparing(Offer::price));
    }

    /** Several errands look at the same models; each is quoted once. */
    private JsonNode quote(CheckContext session, ObjectNode request) throws InterruptedException {
        var known = quotes.get(request);
        if (known != null) {
            return known;
        }
        var call = TargetRequest.post("/video/quote", ModelSample.pricing(request));
        var quote = session.ask(call).json().path("quote");
        quotes.put(request, quote);
        return quote;
    }

    /** The jobs as a resumed run reads them. */
    public ArrayNode json() {
        var json = Json.mapper().createArrayNode();
        paidJobs.forEach(paidJob -> json.add(paidJob.json()));
        return json;
    }

    public void restore(JsonNode json) {
        json.forEach(paidJob -> paidJobs.add(PaidJob.read(paidJob)));
    }
}
