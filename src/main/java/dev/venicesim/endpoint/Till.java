package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Purchase;
import dev.venicesim.billing.Shortages;
import dev.venicesim.billing.quote.Clips;
import dev.venicesim.billing.x402.Challenge;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.world.Purse;

/** Where a draft is quoted and paid for: keys are charged, wallets have the price held. */
final class Till {

    private final Desk desk;

    Till(Desk desk) {
        this.desk = desk;
    }

    /**
     * Lets a caller in to something that costs: a wallet below the floor is told how to top up, whatever the price. Asked by queue and transcriptions only: retrieve
     * and complete cost nothing, so a wallet that spent its last credit still gets what it paid for.
     */
    @Verified(on = "2026-08-21", source = "api-facts 3.3")
    Verdict<Caller> admit(Call call) {
        if (!(call.caller() instanceof Caller.Wallet)) {
            return Verdict.accept(call.caller());
        }
        var account = desk.accounts().read(call.world(), Purse.WALLET);
        return account.isBelowFloor()
                ? Verdict.refuse(
                        PaymentRequired.belowFloor(account.available(), challenge(call)),
                        "the wallet's credit of " + account.available() + " is below the floor (api-facts 3.3)")
                : Verdict.accept(call.caller());
    }

    /** Whether the account of the caller holds anything at all. */
    boolean canPay(Call call) {
        var account = desk.accounts().read(call.world(), call.purse());
        return !account.available().isZero() || !account.balances().diem().isZero();
    }

    private Challenge challenge(Call call) {
        var now = call.settings().behaviour().signInByWorldClock() ? call.now() : call.realNow();
        return desk.challenge(call.request(), now);
    }

    Verdict<Sale> sell(Call call, Draft draft) {
        var model = draft.request().model();
        var clip = Clips.of(model, draft.priced());
        var price = desk.editions().of(call.edition()).quotes().quote(model, draft.priced());
        var sale = new Sale(draft, clip, price, desk.ids().uuidV7(call.now()));
        var holds = call.caller() instanceof Caller.Wallet && call.quirks().is(Quirk.WALLET_CHARGE, "on-success");
        var purchase = purchase(call, sale);
        var change = desk.accounts()
                .pay(
                        call.world(),
                        call.purse(),
                        account -> holds
                                ? account.hold(purchase, price, call.now())
                                : account.charge(purchase, price, call.now()));
        if (change instanceof Change.Shortfall shortage) {
            return Verdict.refuse(Shortages.refusal(shortage, call.quirks().is(Quirk.ERROR_CODES, "on")));
        }
        call.why().note("quoted and " + (holds ? "held " : "charged ") + price + " USD");
        return Verdict.accept(sale);
    }

    private static Purchase purchase(Call call, Sale sale) {
        var model = sale.draft().request().model().id();
        var seconds = Math.toIntExact(sale.clip().billed().toSeconds());
        var sku = Purchase.sku(
                model, seconds + "s", sale.clip().resolution(), sale.clip().sound());
        return new Purchase(sale.queueId(), model, keyId(call.caller()), sku, seconds);
    }

    /** What the ledger knows a payer by; never the credential itself. */
    static String keyId(Caller caller) {
        if (caller instanceof Caller.ApiKey key) {
            return Credentials.maskKey(key.key());
        }
        return caller instanceof Caller.Wallet wallet ? wallet.address().toString() : "";
    }
}
