package dev.venicesim.auth;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.error.Verdict;

/**
 * Refusals of sign-ins: everywhere with the one documented text, or on inference routes with a code where the quirk
 * {@code sign-in-codes} says so.
 */
final class SignInRefusal {

    private SignInRefusal() {}

    static <T> Verdict<T> of(SignInCode code, AcceptedCredentials accepts, QuirkSettings quirks, String why) {
        var named = accepts == AcceptedCredentials.KEY_OR_WALLET && quirks.is(ApiQuirk.SIGN_IN_CODES, "on");
        var error = named ? AuthErrors.invalidSignIn(code) : AuthErrors.invalidSignIn();
        return Verdict.refuse(error, code.wire() + ": " + why);
    }
}
