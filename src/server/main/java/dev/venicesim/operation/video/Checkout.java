package dev.venicesim.operation.video;

import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Purchase;
import dev.venicesim.billing.Shortages;
import dev.venicesim.billing.quote.ClipDefaults;
import dev.venicesim.billing.x402.Challenge;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.error.Verdict;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.service.Services;
import dev.venicesim.world.AccountSelector;

/** Checkout of a valid request: it is quoted and paid for; keys are charged, wallets have the price held. */
final class Checkout {

    private final Services services;

    Checkout(Services services) {
        this.services = services;
    }

    /**
     * Lets a caller in to something that costs: a wallet below the floor is told how to top up, whatever the price.
     * Asked by queue and transcriptions only: retrieve and complete cost nothing, so a wallet that spent its last
     * credit still gets what it paid for.
     */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#wallets-below-the-floor")
    Verdict<Caller> admit(Exchange exchange) {
        if (!(exchange.caller() instanceof Caller.Wallet)) {
            return Verdict.accept(exchange.caller());
        }
        var account = services.accounts().read(exchange.world(), AccountSelector.WALLET, exchange.now());
        return account.isBelowFloor()
                ? Verdict.refuse(
                        PaymentRequired.belowFloor(account.available(), challenge(exchange)),
                        "the wallet's credit of " + account.available()
                                + " is below the floor (docs/api/wallets.md, \"Wallets below the floor\")")
                : Verdict.accept(exchange.caller());
    }

    /** Whether the account of the caller holds anything at all. */
    boolean canPay(Exchange exchange) {
        var account = services.accounts().read(exchange.world(), exchange.selector(), exchange.now());
        return !account.available().isZero() || !account.balances().diem().isZero();
    }

    private Challenge challenge(Exchange exchange) {
        return services.challenge(exchange.request(), exchange.signInNow(), exchange.quirks());
    }

    Verdict<PaidRequest> sell(Exchange exchange, ValidatedRequest valid) {
        var model = valid.request().model();
        var clip = ClipDefaults.of(model, valid.priced());
        var price = services.editions().of(exchange.edition()).quotes().quote(model, valid.priced());
        var paid = new PaidRequest(valid, clip, price, services.ids().uuidV7(exchange.now()));
        var holds = exchange.caller() instanceof Caller.Wallet
                && exchange.quirks().is(ApiQuirk.WALLET_CHARGE, "on-success");
        var purchase = purchase(exchange, paid);
        var change = services.accounts()
                .pay(
                        exchange.world(),
                        exchange.selector(),
                        exchange.now(),
                        account -> holds
                                ? account.hold(purchase, price, exchange.now())
                                : account.charge(purchase, price, exchange.now()));
        if (change instanceof Change.Shortfall shortage) {
            return Verdict.refuse(Shortages.refusal(shortage, exchange.quirks().is(ApiQuirk.ERROR_CODES, "on")));
        }
        exchange.why().note("quoted and " + (holds ? "held " : "charged ") + price + " USD");
        return Verdict.accept(paid);
    }

    private static Purchase purchase(Exchange exchange, PaidRequest paid) {
        var model = paid.request().request().model().id();
        var seconds = Math.toIntExact(paid.clip().billed().toSeconds());
        var sku = Purchase.sku(
                model, seconds + "s", paid.clip().resolution(), paid.clip().sound());
        return new Purchase(paid.queueId(), model, keyId(exchange.caller()), sku, seconds);
    }

    /** What the ledger knows a payer by; never the credential itself. */
    static String keyId(Caller caller) {
        if (caller instanceof Caller.ApiKey key) {
            return CredentialMask.maskKey(key.key());
        }
        return caller instanceof Caller.Wallet wallet ? wallet.address().toString() : "";
    }
}
