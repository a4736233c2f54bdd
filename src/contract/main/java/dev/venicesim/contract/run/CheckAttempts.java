package dev.venicesim.contract.run;

import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckContext;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.http.TargetFailure;

/**
 * Attempts at a check: a free one that differs counts only if it does so twice in three, and one whose target gave no
 * answer says nothing. What the target took instead of refusing it may have cost, and is not sent again.
 */
final class CheckAttempts {

    private static final int ATTEMPTS = 3;
    private static final int NEEDED = 2;

    private CheckAttempts() {}

    static CheckResult of(Check check, CheckContext session) throws InterruptedException {
        var accidents = session.jobs().accidents();
        var attempts = check.cost() == CheckCost.FREE && !check.looksAtEveryReply() ? ATTEMPTS : 1;
        var result = once(check, session);
        var differed = 0;
        for (var attempt = 1; attempt < attempts; attempt++) {
            differed += result instanceof CheckResult.Differs ? 1 : 0;
            if (differed == 0 || differed == NEEDED || session.jobs().accidents() > accidents) {
                return result;
            }
            result = once(check, session);
        }
        return result;
    }

    /** A target that refuses the key, or is no API at all, ends the run; one that is in trouble does not. */
    private static CheckResult once(Check check, CheckContext session) throws InterruptedException {
        try {
            return check.run(session);
        } catch (TargetFailure failure) {
            if (failure.kind() == TargetFailure.Kind.NO_REPLY || failure.kind() == TargetFailure.Kind.OVERLOADED) {
                return new CheckResult.Inconclusive(failure.getMessage(), true);
            }
            if (failure.kind() == TargetFailure.Kind.DEAD_LINK) {
                return session.jobs().links().result(session.target(), failure);
            }
            throw failure;
        }
    }
}
