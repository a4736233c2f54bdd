package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.Map;

/**
 * Script that fails on purpose, as often and as fast as the API lets it: the key is blocked for half a minute
 * afterwards, which is why it runs only when asked for.
 */
final class FailedBudgetScript implements Check.Script {

    private static final int DOCUMENTED = 20;
    private static final int OBSERVED = 50;
    private static final String TEXT = "Too many failed attempts (> 50) resulting in a non-success status code."
            + " Please wait 30 seconds and try again.";

    @Override
    public CheckResult run(CheckContext session) throws InterruptedException {
        if (!session.target().hasKey()) {
            return new CheckResult.Skipped("no API key was given");
        }
        var call = CheckRequests.retrieve(CheckRequests.job().put("extra", 1));
        session.target().restFromFailures();
        for (var failed = 0; failed <= OBSERVED + 1; failed++) {
            var failing = failed == 0 ? refusedQueue() : call;
            var answer = session.target().askAtOnce(failing);
            session.heedKey(failing, answer);
            session.heedJob(failing, answer);
            if (failing.mayCost() && answer.ok()) {
                return JobScript.judged(
                        session, failing, Expectation.status(400).compare(answer, session.schemas()));
            }
            if (answer.status() == 429) {
                session.target().restFromFailures();
                return judged(session, failing, failed, answer);
            }
        }
        session.target().restFromFailures();
        return differs(session, call, "no block after " + (OBSERVED + 2) + " failures", Map.of());
    }

    /**
     * Queue takes fewer requests a minute than retrieve, so it is failed just once, to be sure that the key is known by
     * then.
     */
    private static TargetRequest refusedQueue() {
        return CheckRequests.queueOf(CheckRequests.job().put("duration", CheckRequests.NO_DURATION))
                .withKey();
    }

    private static CheckResult judged(CheckContext session, TargetRequest call, int failed, TargetReply answer) {
        if (failed == DOCUMENTED + 1) {
            return answer.text().contains("Too many failed attempts (> 20)")
                    ? new CheckResult.Agrees()
                    : differs(session, call, answer.toString(), Map.of());
        }
        if (failed != OBSERVED + 1) {
            return differs(session, call, "blocked after " + failed + " failures: " + answer, Map.of());
        }
        var text = asObserved().compare(answer, session.schemas());
        return text.isEmpty()
                ? differs(
                        session,
                        call,
                        "blocked after " + failed + " failures: " + answer,
                        Map.of(ApiQuirk.FAILED_BUDGET.label(), "50"))
                : JobScript.judged(session, call, text);
    }

    /** Source: docs/api/limits-and-headers.md#too-many-failures-as-observed. */
    private static Expectation asObserved() {
        return Expectation.status(429)
                .where("/error", TEXT, error -> error.asText().startsWith(TEXT))
                .header("x-ratelimit-remaining", "0", "0"::equals)
                .header("x-ratelimit-resets", "an instant", instant -> instant.matches("\\d{10,13}"));
    }

    private static CheckResult differs(
            CheckContext session, TargetRequest call, String found, Map<String, String> settings) {
        var difference =
                new Difference("status", "429 after more than " + DOCUMENTED + " failures, naming \"> 20\"", found);
        return new CheckResult.Differs(List.of(difference), session.target().curl(call), settings);
    }
}
