package dev.venicesim.auth;

import dev.venicesim.auth.Caller.Wallet;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.crypto.EvmSignature;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.error.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Sign-in-with-x: from a header's value to a wallet whose signature holds. */
final class SignIn {

    private SignIn() {}

    static Verdict<Identity> check(AuthRequest request, QuirkSettings quirks, Instant now) {
        try {
            return verified(request, quirks, now);
        } catch (MissingLibraryException e) {
            return Verdict.refuse(AuthErrors.cannotCheckSignIn(e.remedy()), e.remedy());
        }
    }

    private static Verdict<Identity> verified(AuthRequest request, QuirkSettings quirks, Instant now) {
        var values = request.signIns();
        var payload = values.stream().distinct().count() > 1
                ? Optional.<SignInPayload>empty()
                : SignInPayload.read(values.get(0));
        if (payload.isEmpty()) {
            return refuse(SignInCode.PARSE_ERROR, request, quirks, "the header is not base64 of a JSON object");
        }
        if (!payload.get().isWellFormed()) {
            return refuse(SignInCode.INVALID_PAYLOAD, request, quirks, "a field is missing or of another type");
        }
        return SignInClaim.read(payload.get())
                .fold(
                        claim -> judge(claim, request, quirks, now),
                        problem -> refuse(problem.code(), request, quirks, problem.why()));
    }

    private static Verdict<Identity> judge(SignInClaim claim, AuthRequest request, QuirkSettings quirks, Instant now) {
        var broken = SignInRules.firstBroken(claim, request.hosts(), now);
        if (broken.isPresent()) {
            return refuse(broken.get().code(), request, quirks, broken.get().why());
        }
        if (!SignInSignature.holds(claim)) {
            return refuse(SignInCode.INVALID_SIGNATURE, request, quirks, whyInvalid(claim));
        }
        return Verdict.accept(new Identity.SignedIn(
                new Wallet(claim.address()), claim.message().nonce()));
    }

    private static String whyInvalid(SignInClaim claim) {
        var contract = claim.address().isEvm()
                && (claim.scheme().equals("eip1271") || EvmSignature.looksLikeContract(claim.signature()));
        return contract
                ? "a contract's signature (EIP-1271) can only be checked by asking the chain, which the simulator never does"
                : "the signature is malformed, malleable, or not by the key of " + claim.address();
    }

    private static Verdict<Identity> refuse(SignInCode code, AuthRequest request, QuirkSettings quirks, String why) {
        return SignInRefusal.of(code, request.accepts(), quirks, why);
    }
}
