package dev.venicesim.contract.diff;

import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.money.Usd;
import java.math.RoundingMode;
import java.util.Optional;

/** Cap on what jobs cost at a target, by its own quotes, counted before a job is asked for. */
final class SpendingCap {

    private final Usd cap;
    private Usd spent = Usd.ZERO;

    SpendingCap(Optional<Usd> cap) {
        this.cap = cap.orElse(Usd.ZERO);
    }

    /** Whether anything at all may be paid. */
    boolean isOpen() {
        return spent.isLessThan(cap);
    }

    Usd spent() {
        return spent;
    }

    /** Whether a price may be paid; if so, it counts as paid. */
    boolean allows(Usd price) {
        if (cap.isLessThan(spent.plus(price))) {
            return false;
        }
        spent = spent.plus(price);
        return true;
    }

    /** Whether everything in a conversation may be paid. */
    boolean allows(CallScript kept, Target target) throws InterruptedException {
        for (var call : kept.calls()) {
            if (call.kind() == ScriptedCall.Kind.PAID) {
                var price = price(call, target);
                if (price.isEmpty() || !allows(price.get())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a target quotes for a job. */
    static Optional<Usd> price(ScriptedCall queue, Target target) throws InterruptedException {
        var body = queue.object().orElseThrow();
        body.remove("prompt");
        var quote = target.ask(TargetRequest.post("/video/quote", body)).json().path("quote");
        return quote.isNumber() && quote.decimalValue().signum() > 0
                ? Optional.of(Usd.of(quote.decimalValue().setScale(6, RoundingMode.UP)))
                : Optional.empty();
    }
}
