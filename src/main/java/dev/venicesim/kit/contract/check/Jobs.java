package dev.venicesim.kit.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.check.Ticket.Errand;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.kit.contract.target.Trouble;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs a run pays for: one for each errand, the cheapest there is, quoted first and cleaned up at the end whatever happens. */
public final class Jobs {

    static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final int POLLS = 240;
    private static final int POLLS_WHEN_STOPPED = 36;

    private final Purse purse;
    private final Runnable changed;
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Map<ObjectNode, JsonNode> quotes = new HashMap<>();

    /** A job, or why there is none. */
    sealed interface Order {
        record Placed(Ticket ticket) implements Order {}

        record Refused(Result why) implements Order {}
    }

    private record Offer(ObjectNode request, Usd price) {}

    /**
     * @param purse what pays
     * @param changed told whenever money or jobs moved, before and after each payment
     */
    public Jobs(Purse purse, Runnable changed) {
        this.purse = purse;
        this.changed = changed;
    }

    public Purse purse() {
        return purse;
    }

    /** The job of an errand, queued now if it was not before. */
    Order order(Session session, Errand errand) throws InterruptedException {
        var known = tickets.stream().filter(ticket -> ticket.errand() == errand).findFirst();
        if (known.isPresent()) {
            return new Order.Placed(known.get());
        }
        if (!session.target().hasKey()) {
            return refused("no API key was given");
        }
        var offer = cheapest(session, errand);
        if (offer.isEmpty()) {
            return refused("the target quotes no suitable text-to-video model");
        }
        var objection = purse.objection(offer.get().price());
        return objection.isPresent() ? refused(objection.get()) : place(session, errand, offer.get());
    }

    private Order place(Session session, Errand errand, Offer offer) throws InterruptedException {
        purse.pay(offer.price());
        changed.run();
        var call = Call.post("/video/queue", offer.request()).withKey();
        var answer = queued(session, call, offer);
        session.heedKey(call, answer);
        if (!answer.ok() || answer.json().path("queue_id").asText().isEmpty()) {
            purse.close("queue did not take a job it had quoted");
            if (answer.ok() || answer.status() >= 500) {
                doubt(offer, "answered " + answer.status() + " without a queue_id");
            }
            var expected = Expectation.status(200).schema("queue-reply").compare(answer, session.schemas());
            return new Order.Refused(
                    new Result.Differs(expected, session.target().curl(call), Map.of()));
        }
        var ticket = new Ticket(
                errand,
                offer.request(),
                answer.json(),
                answer.header("x-venice-balance-usd").orElse(""),
                offer.price(),
                true);
        tickets.add(ticket);
        changed.run();
        return new Order.Placed(ticket);
    }

    private Answer queued(Session session, Call call, Offer offer) throws InterruptedException {
        try {
            return session.target().ask(call);
        } catch (Trouble trouble) {
            if (trouble.kind() == Trouble.Kind.UNREACHABLE) {
                doubt(offer, "gave no usable answer");
            }
            throw trouble;
        }
    }

    private void doubt(Offer offer, String what) {
        doubts.add(
                "queue was asked for a job of " + offer.request().path("model").asText() + " and " + what
                        + ": a job may run that nobody can name, and " + offer.price() + " USD may be charged");
    }

    /** A job that a free check was given although it should have been refused. */
    void accident(Call call, Answer answer) {
        purse.close("a request that should have been refused was accepted and may have been charged");
        var request = Json.trusted(call.body().orElse("{}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        tickets.add(new Ticket(Errand.STREAM, request, answer.json(), "", Usd.ZERO, true));
        changed.run();
    }

    /** Polls a job until it is no longer processing. */
    Answer await(Session session, Call retrieve) throws InterruptedException {
        for (var polls = 0; polls < POLLS; polls++) {
            var answer = session.ask(retrieve);
            if (!answer.ok() || !answer.json().path("status").asText().equals("PROCESSING")) {
                return answer;
            }
            session.target().pause().sleep(POLL_EVERY);
        }
        throw new Trouble(Trouble.Kind.STALLED, "a job is still processing after " + POLLS + " polls");
    }

    void closed(Ticket ticket) {
        tickets.replaceAll(known -> known.queueId().equals(ticket.queueId()) ? known.closed() : known);
        changed.run();
    }

    /** How many jobs may still hold media. */
    public int open() {
        return (int) tickets.stream().filter(Ticket::open).count();
    }

    /**
     * Waits for each job that may still hold media and deletes these.
     *
     * @param trouble what ended the run early, if anything did; some leaves little to wait for
     * @return what could not be deleted, and what may have been charged unseen
     */
    public List<String> cleanUp(Session session, Optional<Trouble.Kind> trouble) throws InterruptedException {
        var left = new ArrayList<>(doubts);
        for (var ticket : List.copyOf(tickets)) {
            if (ticket.open()) {
                new CleanUp(session, ticket).deleted(patience(trouble)).ifPresent(left::add);
            }
        }
        return left;
    }

    private static int patience(Optional<Trouble.Kind> trouble) {
        if (trouble.isEmpty()) {
            return POLLS;
        }
        return switch (trouble.get()) {
            case STOPPED -> POLLS_WHEN_STOPPED;
            case KEY_REFUSED, OVERLOADED -> 3;
            case UNREACHABLE, STALLED -> 1;
        };
    }

    private static Order refused(String why) {
        return new Order.Refused(new Result.Skipped(why));
    }

    private Optional<Offer> cheapest(Session session, Errand errand) throws InterruptedException {
        var offers = new ArrayList<Offer>();
        for (var model : session.sample().sellers(errand)) {
            var request = Sample.smallest(model);
            var quote = quote(session, request);
            if (quote.isNumber() && quote.decimalValue().signum() > 0) {
                offers.add(new Offer(request, Usd.of(quote.decimalValue().setScale(6, java.math.RoundingMode.UP))));
            }
        }
        return offers.stream().min(Comparator.comparing(Offer::price));
    }

    /** Several errands look at the same models; each is quoted once. */
    private JsonNode quote(Session session, ObjectNode request) throws InterruptedException {
        var known = quotes.get(request);
        if (known != null) {
            return known;
        }
        var call = Call.post("/video/quote", Sample.pricing(request));
        var quote = session.ask(call).json().path("quote");
        quotes.put(request, quote);
        return quote;
    }

    /** The jobs as a resumed run reads them. */
    public ArrayNode json() {
        var json = Json.mapper().createArrayNode();
        tickets.forEach(ticket -> json.add(ticket.json()));
        return json;
    }

    public void restore(JsonNode json) {
        json.forEach(ticket -> tickets.add(Ticket.read(ticket)));
    }
}
