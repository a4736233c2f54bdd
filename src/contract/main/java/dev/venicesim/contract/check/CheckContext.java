package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.oracle.Conversation;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Context that checks share: the target and all they have at hand.
 *
 * @param target whom they ask
 * @param sample the target's models
 * @param schemas of the edition they compare with
 * @param known quirks that the target is known to have, beyond those of the edition
 * @param jobs what paid checks share
 * @param conversation every exchange so far
 * @param counterpart whose answers the target's are compared with
 */
public record CheckContext(
        Target target,
        ModelSample sample,
        ReplySchemas schemas,
        Map<String, String> known,
        PaidJobs jobs,
        Conversation conversation,
        Counterpart counterpart) {

    /**
     * Asks the target, again and again if it gives no answer, but for a request that costs money once it is taken.
     *
     * @throws TargetFailure if it gives no usable answer, or refuses the user's key
     */
    TargetReply ask(TargetRequest call) throws InterruptedException {
        var answer = call.mayCost() ? target.ask(call) : answered(call);
        heard(call, answer, Usd.ZERO);
        heedKey(call, answer);
        if (answer.status() >= 500) {
            jobs.budget().close("the target answered " + answer.status());
        }
        heedJob(call, answer);
        return answer;
    }

    /** A job that nobody ordered is kept to be deleted, and what was taken for it is told by the next balance. */
    void heedJob(TargetRequest call, TargetReply answer) throws InterruptedException {
        if (call.mayCost() && answer.ok()) {
            jobs.accident(call, answer);
            if (target.hasKey()) {
                readBalance();
            }
        }
    }

    /** A link that led nowhere is not tried again. */
    private TargetReply answered(TargetRequest call) throws InterruptedException {
        jobs.links().heed(call);
        try {
            return target.askUntilAnswered(call);
        } catch (TargetFailure failure) {
            if (failure.kind() == TargetFailure.Kind.DEAD_LINK) {
                jobs.links().led(call, failure.getMessage());
            }
            throw failure;
        }
    }

    /** The same, by another caller of the same account. */
    public CheckContext by(Target caller) {
        return new CheckContext(caller, sample, schemas, known, jobs, conversation, counterpart);
    }

    /**
     * A wallet's call with the key of a further caller beside its sign-in, whose failures are then that key's. The
     * sign-in is what counts. Source: docs/api/wallets.md#which-credential-counts.
     */
    TargetRequest besideKey(TargetRequest call) {
        return target.caller() > 0 ? call.withKey() : call;
    }

    /** Keeps an exchange for what is looked at when all checks are through. */
    void heard(TargetRequest call, TargetReply answer, Usd due) {
        conversation.heard(target.caller(), call, answer, target.time().now(), due);
        if (call.auth() == TargetRequest.Auth.KEY && !call.isSigned()) {
            jobs.budget().hears(balance(call, answer), due);
        }
    }

    /** The balance before a request, as its reply tells it. */
    private static Optional<BigDecimal> balance(TargetRequest call, TargetReply answer) {
        var body =
                call.path().equals("/billing/balance") ? answer.json().at("/balances/usd") : MissingNode.getInstance();
        return answer.header("x-venice-balance-usd").flatMap(PlainNumber::of).or(() -> PlainNumber.of(body));
    }

    /** Reads the account's balance, so that the budget knows it. */
    void readBalance() throws InterruptedException {
        ask(new TargetRequest("GET", "/billing/balance", TargetRequest.Auth.KEY, Map.of(), Optional.empty()));
    }

    /** What is expected of the target: the edition's quirks, and those it is known to have. */
    Map<String, String> quirks() {
        var all = new HashMap<>(schemas.edition().quirks());
        all.putAll(known);
        return Map.copyOf(all);
    }

    void heedKey(TargetRequest call, TargetReply answer) {
        var text = answer.text();
        if (call.auth() == TargetRequest.Auth.KEY
                && !call.isSigned()
                && answer.status() == 401
                && !text.contains("Pro users")
                && !text.contains("Admin")) {
            jobs.budget().close("the key was refused");
            throw new TargetFailure(TargetFailure.Kind.KEY_REFUSED, "the target refuses the API key: " + text);
        }
    }
}
