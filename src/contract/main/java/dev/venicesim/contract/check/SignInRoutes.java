package dev.venicesim.contract.check;

import dev.venicesim.contract.http.TargetRequest;
import java.util.List;

/** Scripts that try a sign-in on more routes than one, or more often than once. */
final class SignInRoutes {

    /** What a wallet may ask for about a job, to nobody's cost. */
    static final List<TargetRequest> VIDEO = List.of(
            TargetRequest.post("/video/retrieve", CheckRequests.job()),
            TargetRequest.post("/video/complete", CheckRequests.job()),
            CheckRequests.queueOf(CheckRequests.order()));

    private SignInRoutes() {}

    static CheckResult forged(CheckContext session) throws InterruptedException {
        var found = new DifferenceLog();
        for (var route : List.of("/video/retrieve", "/video/complete", "/video/queue", "/x402/transactions/")) {
            var draft = SignInChecks.forged().apply(SignInChecks.draft(session, false));
            var call = call(route, draft);
            var signed = SignInChecks.call(session, call, draft.header());
            found.add(signed, Expectation.status(401).compare(session.ask(signed), session.schemas()));
        }
        return found.result(session);
    }

    /** The request that a wallet could make there; it holds nothing, so that nothing is queued. */
    private static TargetRequest call(String route, SignInDraft draft) {
        return switch (route) {
            case "/x402/transactions/" -> TargetRequest.get(route + draft.address());
            case "/video/queue" -> CheckRequests.queueOf(CheckRequests.order());
            default -> TargetRequest.post(route, CheckRequests.job());
        };
    }

    /** A sign-in that read a balance, sent once more where videos are made. */
    static CheckResult onVideoRoutes(CheckContext session) throws InterruptedException {
        for (var route : List.of("/video/queue", "/video/retrieve", "/video/complete")) {
            var draft = SignInChecks.draft(session, false);
            var header = draft.header();
            var own = SignInChecks.call(session, TargetRequest.get("/x402/balance/" + draft.address()), header);
            var found = new DifferenceLog();
            found.add(own, Expectation.status(200).compare(session.ask(own), session.schemas()));
            if (found.isEmpty()) {
                var again = SignInChecks.call(session, call(route, draft), header);
                found.add(again, Expectation.status(401).compare(session.ask(again), session.schemas()));
            }
            if (!found.isEmpty()) {
                return found.result(session);
            }
        }
        return new CheckResult.Agrees();
    }

    /** The second time on a route of its own. */
    static CheckResult twice(CheckContext session, String route) throws InterruptedException {
        var draft = SignInChecks.draft(session, false);
        var header = draft.header();
        var first = SignInChecks.call(session, TargetRequest.get("/x402/balance/" + draft.address()), header);
        var found = new DifferenceLog();
        found.add(first, Expectation.status(200).compare(session.ask(first), session.schemas()));
        if (found.isEmpty()) {
            var call = SignInChecks.call(session, TargetRequest.get(route + draft.address()), header);
            found.add(call, refusal(session, call));
        }
        return found.result(session);
    }

    static CheckResult afterFailure(CheckContext session) throws InterruptedException {
        var draft = SignInChecks.draft(session, false);
        var header = draft.header();
        var ofNoJob = SignInChecks.call(session, TargetRequest.post("/video/retrieve", CheckRequests.job()), header);
        var first = session.ask(ofNoJob);
        if (first.status() < 400) {
            return JobScript.judged(
                    session,
                    ofNoJob,
                    List.of(new Difference("status", "a refusal: there is no job", first.toString())));
        }
        var own = SignInChecks.call(session, TargetRequest.get("/x402/balance/" + draft.address()), header);
        var found = refusal(session, own);
        if (found.isEmpty() && SignInChecks.namesCause(session)) {
            var reused = SignInChecks.coded("NONCE_REUSED");
            return JobScript.judged(session, ofNoJob, reused.compare(session.ask(ofNoJob), session.schemas()));
        }
        return JobScript.judged(session, own, found);
    }

    private static List<Difference> refusal(CheckContext session, TargetRequest call) throws InterruptedException {
        return Expectation.error(401, SignInChecks.INVALID).compare(session.ask(call), session.schemas());
    }
}
