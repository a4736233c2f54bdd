package dev.venicesim.contract.check;

import dev.venicesim.contract.http.TargetRequest;
import java.util.ArrayList;
import java.util.List;

/** Scripts that try a sign-in on more routes than one, or more often than once. */
final class SignInRoutes {

    private SignInRoutes() {}

    static CheckResult forged(CheckContext session) throws InterruptedException {
        var found = new ArrayList<Difference>();
        var evidence = TargetRequest.get("/x402/balance/none");
        for (var route : List.of("/video/retrieve", "/video/complete", "/x402/transactions/")) {
            var draft = SignInChecks.forged().apply(SignInChecks.draft(session, false));
            var call = route.startsWith("/x402")
                    ? TargetRequest.get(route + draft.address())
                    : TargetRequest.post(route, CheckRequests.job());
            var signed = SignInChecks.call(session, call, draft.header());
            var differences = Expectation.status(401).compare(session.ask(signed), session.schemas());
            evidence = differences.isEmpty() ? evidence : signed;
            found.addAll(differences);
        }
        return JobScript.judged(session, evidence, found);
    }

    /** The second time on a route of its own. */
    static CheckResult twice(CheckContext session, String route) throws InterruptedException {
        var draft = SignInChecks.draft(session, false);
        var header = draft.header();
        var first = SignInChecks.call(session, TargetRequest.get("/x402/balance/" + draft.address()), header);
        var found = Expectation.status(200).compare(session.ask(first), session.schemas());
        var call = SignInChecks.call(session, TargetRequest.get(route + draft.address()), header);
        return JobScript.judged(session, call, found.isEmpty() ? refusal(session, call) : found);
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
