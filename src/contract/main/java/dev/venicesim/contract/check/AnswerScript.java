package dev.venicesim.contract.check;

import dev.venicesim.contract.diff.ReplyDifference;
import dev.venicesim.contract.diff.SimulatedAnswers;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.http.TargetRequest.Auth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Script of many requests at a time, each answered as the simulator of the edition answers it. What the simulator takes and
 * a target would charge is never sent; what a target in trouble answers says nothing.
 */
final class AnswerScript implements Check.Script {

    private static final int MOST_SHOWN = 30;
    private static final int ATTEMPTS = 3;
    /** Each of them takes some seconds, since it is asked again and again. */
    private static final int MOST_ERRORS = 2;

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int PAYMENT_REQUIRED = 402;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> TROUBLE = Set.of(TOO_MANY, 502, 503, 504);
    private static final int MOST_WORDS = 400;

    private final String needs;
    private final Questions questions;
    private final boolean isOfSimulators;
    private final boolean isApart;

    /** Requests that are asked of both. */
    @FunctionalInterface
    interface Questions {
        List<TargetRequest> of(CheckContext session);
    }

    /**
     * @param needs what there is nothing to ask about without, in words
     */
    AnswerScript(String needs, Questions questions) {
        this(needs, questions, false, false);
    }

    private AnswerScript(String needs, Questions questions, boolean isOfSimulators, boolean isApart) {
        this.needs = needs;
        this.questions = questions;
        this.isOfSimulators = isOfSimulators;
        this.isApart = isApart;
    }

    /** The same, asked of none but a simulator. */
    AnswerScript ofSimulators() {
        return new AnswerScript(needs, questions, true, isApart);
    }

    /** The same of requests that are no calls of the API, so that their replies are not looked at with the others. */
    AnswerScript apart() {
        return new AnswerScript(needs, questions, isOfSimulators, true);
    }

    @Override
    public CheckResult run(CheckContext session) throws InterruptedException {
        var simulated = session.counterpart().simulated();
        if (simulated.isEmpty()) {
            return new CheckResult.Skipped("there is no simulator here to compare with");
        }
        var all = questions.of(session);
        var calls = all.stream()
                .filter(call -> call.auth() != Auth.KEY || session.target().hasKey())
                .toList();
        if (all.isEmpty()) {
            return new CheckResult.Skipped("the target lists no " + needs);
        }
        var isRefusedToMost = isOfSimulators && !session.counterpart().hasManyCallers();
        if ((calls.isEmpty() || isRefusedToMost) && !session.target().hasKey()) {
            return new CheckResult.Skipped("no API key was given");
        }
        return isRefusedToMost
                ? new CheckResult.Skipped("only a simulator that gives the run further keys is asked this")
                : compared(session, simulated.get(), calls);
    }

    private CheckResult compared(CheckContext session, SimulatedAnswers simulated, List<TargetRequest> calls)
            throws InterruptedException {
        var found = new ArrayList<Difference>();
        var evidence = "";
        var errors = 0;
        var accidents = session.jobs().accidents();
        var prices = new EditionPrices(session.schemas().edition());
        for (var call : calls) {
            if (mayCharge(call) && isTaken(simulated.to(call))) {
                continue;
            }
            var differences = twice(session, simulated, call).stream()
                    .filter(difference ->
                            session.counterpart().hasManyCallers() || !isUnknownPrice(prices, call, difference))
                    .toList();
            if (!differences.isEmpty() && evidence.isEmpty()) {
                evidence = session.target().curl(call);
            }
            differences.forEach(difference -> found.add(told(call, difference)));
            errors += differences.stream().anyMatch(ReplyDifference::isServerError) ? 1 : 0;
            if (session.jobs().accidents() > accidents || found.size() > MOST_SHOWN || errors == MOST_ERRORS) {
                break;
            }
        }
        return found.isEmpty()
                ? new CheckResult.Agrees()
                : new CheckResult.Differs(
                        List.copyOf(found.subList(0, Math.min(MOST_SHOWN, found.size()))), evidence, Map.of());
    }

    /** What an edition only estimates is nobody's to keep to. */
    private static boolean isUnknownPrice(EditionPrices prices, TargetRequest call, ReplyDifference difference) {
        return difference.at().equals("/body/quote") && !prices.knows(call.json());
    }

    /** Also if it is refused only because there is no more money in that account. */
    private static boolean isTaken(TargetReply reply) {
        return reply.status() < 400 || reply.status() == PAYMENT_REQUIRED;
    }

    private static boolean mayCharge(TargetRequest call) {
        return call.mayCost()
                || call.path().endsWith("/transcriptions")
                || call.path().endsWith("/complete");
    }

    /** Where a reply is otherwise, and is so again; what was taken instead of refused is not sent again. */
    private List<ReplyDifference> twice(CheckContext session, SimulatedAnswers simulated, TargetRequest call)
            throws InterruptedException {
        var accidents = session.jobs().accidents();
        var first = once(session, simulated, call);
        var isSettled = first.isEmpty()
                || session.jobs().accidents() > accidents
                || first.get(0).isServerError();
        return isSettled ? first : once(session, simulated, call);
    }

    private List<ReplyDifference> once(CheckContext session, SimulatedAnswers simulated, TargetRequest call)
            throws InterruptedException {
        var caller = call.auth() == Auth.KEY
                ? session.counterpart().next().map(session::by).orElse(session)
                : session;
        var reply = answered(caller, call);
        var isSimulator = session.counterpart().hasManyCallers();
        return isTrouble(reply, isSimulator)
                ? List.of()
                : simulated.differences(call, reply, session.target().baseUrl(), isSimulator);
    }

    /** A simulator that failed each time it was asked is in no trouble: it answers so. */
    private static boolean isTrouble(TargetReply reply, boolean isSimulator) {
        return isSimulator ? reply.status() == TOO_MANY : TROUBLE.contains(reply.status());
    }

    /** What a page asks before it calls is no reply to the call, and none that is looked at with the others. */
    private TargetReply answered(CheckContext session, TargetRequest call) throws InterruptedException {
        if (isApart || call.method().equals("OPTIONS")) {
            return session.target().askUntilAnswered(call);
        }
        var reply = session.ask(call);
        for (var attempt = 1; attempt < ATTEMPTS && call.mayCost() && reply.status() >= 500; attempt++) {
            session.target().pause().sleep(AGAIN_AFTER);
            reply = session.ask(call);
        }
        return reply;
    }

    private static Difference told(TargetRequest call, ReplyDifference difference) {
        var body = call.body().map(text -> " " + shortened(text)).orElse("");
        var who = call.auth() == Auth.KEY ? "" : call.auth() == Auth.NONE ? " without a key" : " with a bad key";
        return new Difference(
                difference.at(),
                difference.simulator() + " for " + call.method() + " " + call.path() + who + body,
                difference.target());
    }

    private static String shortened(String text) {
        return text.length() < MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "...";
    }
}
