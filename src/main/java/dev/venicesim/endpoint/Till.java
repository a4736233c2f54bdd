package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Purchase;
import dev.venicesim.billing.Shortages;
import dev.venicesim.billing.quote.Clips;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.Verdict;

/** Where a draft is quoted and paid for: keys are charged, wallets have the price held. */
final class Till {

    private final Desk desk;

    Till(Desk desk) {
        this.desk = desk;
    }

    Verdict<Sale> sell(Call call, Draft draft) {
        var model = draft.request().model();
        var clip = Clips.of(model, draft.priced());
        var price = desk.editions().of(call.edition()).quotes().quote(model, draft.priced());
        var sale = new Sale(draft, clip, price, desk.ids().uuidV7(call.now()));
        var wallet = call.caller() instanceof Caller.Wallet;
        var purchase = purchase(call, sale);
        var change = desk.accounts()
                .pay(
                        call.world(),
                        call.purse(),
                        account -> wallet
                                ? account.hold(purchase, price, call.now())
                                : account.charge(purchase, price, call.now()));
        if (change instanceof Change.Shortfall shortage) {
            return Verdict.refuse(Shortages.refusal(shortage, call.quirks().is(Quirk.ERROR_CODES, "on")));
        }
        call.why().note("quoted and " + (wallet ? "held " : "charged ") + price + " USD");
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
