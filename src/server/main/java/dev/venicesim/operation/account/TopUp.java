package dev.venicesim.operation.account;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.x402.PaymentHeaders;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.billing.x402.Payments;
import dev.venicesim.billing.x402.TopUpReply;
import dev.venicesim.billing.x402.VerifiedPayment;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.ConcurrencyLimiter;
import dev.venicesim.world.Credential;

/**
 * Operation {@code POST /x402/top-up}: without a payment, what may be paid and how; with one, credit. A payment is
 * judged by real time and credits once: on its chain its nonce is used up, so whoever sends it again is told that it
 * did not settle, whatever amount it says. While one is being answered, the same one is in progress.
 */
public final class TopUp implements OperationHandler {

    private final Services services;
    private final ConcurrencyLimiter settling = new ConcurrencyLimiter(1);

    public TopUp(Services services) {
        this.services = services;
    }

    @Override
    public OperationResult answer(Exchange exchange) {
        var payment = PaymentHeaders.of(exchange.request()::headerValues).payment();
        if (payment.isEmpty()) {
            return exchange.refuse(
                    new Refusal(PaymentRequired.topUp(), "no payment was sent: what may be paid, and how"));
        }
        return Payments.verify(payment.get(), exchange.clientNow())
                .then(verified -> begin(exchange, verified))
                .then(this::credit)
                .fold(
                        settled -> {
                            exchange.why()
                                    .note("credited " + settled.payment().amount() + " USD as "
                                            + settled.payment().id());
                            return OperationResult.of(
                                    Reply.json(200, settled.body()).with(TopUpReply.HEADER, settled.header()));
                        },
                        exchange::refuse);
    }

    private Verdict<VerifiedPayment> begin(Exchange exchange, VerifiedPayment payment) {
        if (!settling.take(payment.id())) {
            return Verdict.refuse(
                    X402Errors.payment(PaymentCode.PAYMENT_IN_PROGRESS),
                    "another request with this payment is being answered"
                            + " (docs/api/wallets.md, \"Errors of a top up\")");
        }
        exchange.request().whenAnswered(() -> settling.give(payment.id()));
        return Verdict.accept(payment);
    }

    private Verdict<TopUpReply> credit(VerifiedPayment payment) {
        var world = services.worlds().open(Credential.wallet(payment.wallet().toString()));
        var change = services.accounts()
                .change(
                        world,
                        AccountSelector.WALLET,
                        account -> account.credit(payment.id(), payment.amount(), world.now()));
        if (change instanceof Change.Done done) {
            return Verdict.accept(
                    new TopUpReply(payment, done.account().balances().usd()));
        }
        var why = change instanceof Change.Impossible impossible
                ? impossible.says()
                : "this payment was credited before; a payment credits at most once"
                        + " (docs/api/wallets.md, \"Payment of a top up\")";
        return Verdict.refuse(
                PaymentRequired.unsettled(world.settings().behaviour().quirks()),
                PaymentCode.SETTLEMENT_FAILED + ": " + why);
    }
}
