package dev.venicesim.control.pact;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.money.Usd;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.scenario.ScenarioSettings;
import dev.venicesim.wallet.SigningWallet;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.Credential;
import java.security.SecureRandom;

/** States of keys, accounts and wallets. */
final class MoneyStates {

    private static final int KEY_BYTES = 16;

    /** A sign-in for Venice's own name holds at whatever address the verifier finds this server. */
    private static final String SIGNED_FOR = "https://api.venice.ai/api/v1";

    private MoneyStates() {}

    static void balance(StateContext context) {
        grant(context, AccountSelector.KEYS, new Grant.SetUsd(context.usd("usd")));
    }

    static void emptyBalance(StateContext context) {
        grant(context, AccountSelector.KEYS, new Grant.SetUsd(Usd.ZERO));
    }

    static void spendLimitUsedUp(StateContext context) {
        spendLimit(context, Usd.ZERO);
    }

    static void invalidKey(StateContext context) {
        context.carry(magic(context, "invalid-"));
    }

    static void inactiveKey(StateContext context) {
        context.carry(magic(context, "sk-inactive-"));
    }

    /** A key that may do everything but what Pro users may, in this same world. */
    static void keyWithoutPro(StateContext context) {
        var key = magic(context, "sk-free-");
        context.carry(key);
        context.admit(Credential.apiKey(key));
    }

    /** A wallet of this world that signs in, and one payment of its own that it has signed. */
    static void wallet(StateContext context) {
        var wallet = made();
        context.admit(Credential.wallet(
                WalletAddress.parse(wallet.address()).orElseThrow().toString()));
        grant(context, AccountSelector.WALLET, new Grant.SetUsd(context.usd("usd")));
        var realNow = context.services().time().now();
        var accepts = PaymentRequired.topUp().body().path("accepts");
        context.tell("walletAddress", wallet.address());
        context.tell("signInWithX", wallet.signIn(SIGNED_FOR, realNow));
        context.tell("paymentSignature", wallet.pay(accepts, realNow));
    }

    private static SigningWallet made() {
        try {
            return SigningWallet.base(new SecureRandom());
        } catch (MissingLibraryException e) {
            throw StateException.bad(String.valueOf(e.getMessage()));
        }
    }

    /** What a scenario says of a world's accounts. */
    static void open(StateContext context, ScenarioSettings.Money says) {
        says.balance().ifPresent(usd -> grant(context, AccountSelector.KEYS, new Grant.SetUsd(usd)));
        says.diem().ifPresent(diem -> grant(context, AccountSelector.KEYS, new Grant.SetDiem(diem)));
        says.spendLimit().ifPresent(limit -> spendLimit(context, limit));
        says.walletBalance().ifPresent(usd -> grant(context, AccountSelector.WALLET, new Grant.SetUsd(usd)));
    }

    private static void spendLimit(StateContext context, Usd limit) {
        var keyId = CredentialMask.maskKey(context.apiKey());
        grant(context, AccountSelector.KEYS, new Grant.SpendLimit(keyId, Currency.USD, limit));
    }

    private static String magic(StateContext context, String prefix) {
        return prefix + context.services().ids().hex(KEY_BYTES);
    }

    private static void grant(StateContext context, AccountSelector selector, Grant grant) {
        var change = context.services()
                .accounts()
                .change(context.world(), selector, account -> account.grant(grant, context.now()));
        if (change instanceof Change.Impossible impossible) {
            throw StateException.bad(impossible.says());
        }
    }
}
