package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Map;

/** Fails on purpose, as often and as fast as the API lets it: the key is blocked for half a minute afterwards, which is why it runs only when asked for. */
final class FailedBudgetScript implements Check.Script {

    private static final int DOCUMENTED = 20;
    private static final int OBSERVED = 50;

    @Override
    public Result run(Session session) throws InterruptedException {
        if (!session.target().hasKey()) {
            return new Result.Skipped("no API key was given");
        }
        var call = Ask.retrieve(Ask.job().put("extra", 1));
        session.target().restFromFailures();
        for (var failed = 0; failed <= OBSERVED + 1; failed++) {
            var answer = session.target().askAtOnce(failed == 0 ? refusedQueue() : call);
            session.heedKey(call, answer);
            if (answer.status() == 429) {
                session.target().restFromFailures();
                return judged(session, call, failed, answer);
            }
        }
        session.target().restFromFailures();
        return differs(session, call, "no block after " + (OBSERVED + 2) + " failures", Map.of());
    }

    /** Queue takes fewer requests a minute than retrieve, so it is failed just once, to be sure that the key is known by then. */
    private static Call refusedQueue() {
        return Ask.queueOf(Ask.job().put("duration", Ask.NO_DURATION)).withKey();
    }

    private static Result judged(Session session, Call call, int failed, Answer answer) {
        if (failed == DOCUMENTED + 1) {
            return answer.text().contains("Too many failed attempts (> 20)")
                    ? new Result.Agrees()
                    : differs(session, call, answer.toString(), Map.of());
        }
        var observed = failed == OBSERVED + 1 ? Map.of(Quirk.FAILED_BUDGET.label(), "50") : Map.<String, String>of();
        return differs(session, call, "blocked after " + failed + " failures: " + answer, observed);
    }

    private static Result differs(Session session, Call call, String found, Map<String, String> settings) {
        var difference =
                new Difference("status", "429 after more than " + DOCUMENTED + " failures, naming \"> 20\"", found);
        return new Result.Differs(List.of(difference), session.target().curl(call), settings);
    }
}
