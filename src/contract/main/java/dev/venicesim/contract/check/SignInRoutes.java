package dev.venicesim.contract.check;

import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scripts that try a sign-in on more routes than one. */
final class SignInRoutes {

    private SignInRoutes() {}

    static CheckResult forged(CheckContext session) throws InterruptedException {
        var found = new ArrayList<Difference>();
        var evidence = balance("none");
        try {
            for (var route : List.of("/video/retrieve", "/video/complete", "/x402/transactions/")) {
                var wallet = SigningWallet.base(new SecureRandom());
                var call = route.startsWith("/x402")
                        ? TargetRequest.get(route + wallet.address())
                        : TargetRequest.post(route, CheckRequests.job());
                var signed = call.with(
                        SignInChecks.HEADER,
                        SignInChecks.changed(
                                session,
                                wallet,
                                claim -> claim.put(
                                        "signature",
                                        SignInChecks.flipped(
                                                claim.path("signature").asText()))));
                var differences = Expectation.status(401).compare(session.ask(signed), session.schemas());
                evidence = differences.isEmpty() ? evidence : signed;
                found.addAll(differences);
            }
        } catch (MissingLibraryException missing) {
            return new CheckResult.Skipped(String.valueOf(missing.getMessage()));
        }
        return JobScript.judged(session, evidence, found);
    }

    static CheckResult twice(CheckContext session) throws InterruptedException {
        SigningWallet wallet;
        try {
            wallet = SigningWallet.base(new SecureRandom());
        } catch (MissingLibraryException missing) {
            return new CheckResult.Skipped(String.valueOf(missing.getMessage()));
        }
        var header = SignInChecks.signIn(session, wallet, Duration.ZERO);
        var first = session.ask(balance(wallet.address()).with(SignInChecks.HEADER, header));
        var found = Expectation.status(200).compare(first, session.schemas());
        var call = TargetRequest.get("/x402/transactions/" + wallet.address()).with(SignInChecks.HEADER, header);
        return JobScript.judged(
                session,
                call,
                found.isEmpty() ? Expectation.status(401).compare(session.ask(call), session.schemas()) : found);
    }

    private static TargetRequest balance(String address) {
        return TargetRequest.get("/x402/balance/" + address);
    }
}
