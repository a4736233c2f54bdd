package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.Optional;

/** Job that a target took although the request was to be refused: the end of a run, for it may cost money. */
final class UnorderedJob extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String BALANCE = "x-venice-balance-usd";

    private final transient ScriptedCall call;
    private final transient TargetReply reply;
    private final transient ObjectNode form;

    UnorderedJob(ScriptedCall call, TargetReply reply, ObjectNode form) {
        super("the target took " + call);
        this.call = call;
        this.reply = reply;
        this.form = form;
    }

    ScriptedCall call() {
        return call;
    }

    /** The reply in the form in which it can be compared. */
    ObjectNode form() {
        return form;
    }

    /** What it cost: the fall of the balance, else the quote; empty if the target tells neither. */
    Optional<Usd> cost(Target target) throws InterruptedException {
        if (target.hasKey()) {
            var after = balance(target.ask(TargetRequest.get("/billing/balance").withKey()));
            var fall = balance(reply)
                    .flatMap(before -> after.map(before::subtract))
                    .filter(difference -> difference.signum() > 0);
            if (fall.isPresent()) {
                return fall.map(QuotedPrice::dollars);
            }
        }
        return call.object().isPresent()
                ? QuotedPrice.read(target.ask(QuotedPrice.request(call.object().get())))
                : Optional.empty();
    }

    private static Optional<BigDecimal> balance(TargetReply reply) {
        return reply.header(BALANCE).flatMap(PlainNumber::of);
    }
}
