package dev.venicesim.auth;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.error.Verdict;

/** Refuses sign-ins: everywhere with the one documented text, or on inference routes with a code where the quirk {@code sign-in-codes} says so. */
final class SignInRefusal {

    private SignInRefusal() {}

    static <T> Verdict<T> of(SignInCode code, Accepts accepts, Quirks quirks, String why) {
        var named = accepts == Accepts.KEY_OR_WALLET && quirks.is(Quirk.SIGN_IN_CODES, "on");
        var error = named ? AuthErrors.invalidSignIn(code) : AuthErrors.invalidSignIn();
        return Verdict.refuse(error, code.wire() + ": " + why);
    }
}
