package dev.venicesim.endpoint;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.billing.x402.Payments;
import dev.venicesim.billing.x402.TopUpReply;
import dev.venicesim.billing.x402.VerifiedPayment;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Credential;
import dev.venicesim.world.Purse;
import dev.venicesim.world.Slots;

/**
 * {@code POST /x402/top-up}: without a payment, what may be paid and how; with one, credit. A payment is judged by real time and credits once: on its chain its
 * nonce is used up, so whoever sends it again is told that it did not settle, whatever amount it says. While one is being answered, the same one is in progress.
 */
final class TopUp implements Endpoint {

    private final Desk desk;
    private final Slots settling = new Slots(1);

    TopUp(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Reply answer(Call call) {
        var payment = Offload.payment(call.request()).payment();
        if (payment.isEmpty()) {
            return call.refuse(new Refusal(PaymentRequired.topUp(), "no payment was sent: what may be paid, and how"));
        }
        return Payments.verify(payment.get(), call.realNow())
                .then(verified -> begin(call, verified))
                .then(this::credit)
                .fold(
                        settled -> {
                            call.why()
                                    .note("credited " + settled.payment().amount() + " USD as "
                                            + settled.payment().id());
                            return Reply.json(200, settled.body()).with(TopUpReply.HEADER, settled.header());
                        },
                        call::refuse);
    }

    private Verdict<VerifiedPayment> begin(Call call, VerifiedPayment payment) {
        if (!settling.take(payment.id())) {
            return Verdict.refuse(
                    X402Errors.payment(PaymentCode.PAYMENT_IN_PROGRESS),
                    "another request with this payment is being answered (observed A7)");
        }
        call.request().whenAnswered(() -> settling.give(payment.id()));
        return Verdict.accept(payment);
    }

    private Verdict<TopUpReply> credit(VerifiedPayment payment) {
        var world = desk.worlds().open(Credential.wallet(payment.wallet().toString()));
        var change = desk.accounts()
                .change(world, Purse.WALLET, account -> account.credit(payment.id(), payment.amount(), world.now()));
        if (change instanceof Change.Done done) {
            return Verdict.accept(
                    new TopUpReply(payment, done.account().balances().usd()));
        }
        var why = change instanceof Change.Impossible impossible
                ? impossible.says()
                : "this payment was credited before; a payment credits at most once (api-facts 3.4)";
        return Verdict.refuse(X402Errors.payment(PaymentCode.SETTLEMENT_FAILED), why);
    }
}
