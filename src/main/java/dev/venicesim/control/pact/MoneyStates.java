package dev.venicesim.control.pact;

import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.x402.PaymentRequired;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.crypto.WalletAddress;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.Settings;
import dev.venicesim.wallet.SigningWallet;
import dev.venicesim.world.Credential;
import dev.venicesim.world.Purse;
import java.security.SecureRandom;

/** States of keys, accounts and wallets. */
final class MoneyStates {

    private static final int KEY_BYTES = 16;

    /** A sign-in for Venice's own name holds at whatever address the verifier finds this server. */
    private static final String SIGNED_FOR = "https://api.venice.ai/api/v1";

    private MoneyStates() {}

    static void balance(Scene scene) {
        grant(scene, Purse.KEYS, new Grant.SetUsd(scene.usd("usd")));
    }

    static void emptyBalance(Scene scene) {
        grant(scene, Purse.KEYS, new Grant.SetUsd(Usd.ZERO));
    }

    static void spendLimitUsedUp(Scene scene) {
        spendLimit(scene, Usd.ZERO);
    }

    static void invalidKey(Scene scene) {
        scene.carry(magic(scene, "invalid-"));
    }

    static void inactiveKey(Scene scene) {
        scene.carry(magic(scene, "sk-inactive-"));
    }

    /** A key that may do everything but what Pro users may, in this same world. */
    static void keyWithoutPro(Scene scene) {
        var key = magic(scene, "sk-free-");
        scene.carry(key);
        scene.admit(Credential.apiKey(key));
    }

    /** A wallet of this world that signs in, and one payment of its own that it has signed. */
    static void wallet(Scene scene) {
        var wallet = made();
        scene.admit(Credential.wallet(
                WalletAddress.parse(wallet.address()).orElseThrow().toString()));
        grant(scene, Purse.WALLET, new Grant.SetUsd(scene.usd("usd")));
        var realNow = scene.desk().world().time().now();
        var accepts = PaymentRequired.topUp().body().path("accepts");
        scene.tell("walletAddress", wallet.address());
        scene.tell("signInWithX", wallet.signIn(SIGNED_FOR, realNow));
        scene.tell("paymentSignature", wallet.pay(accepts, realNow));
    }

    private static SigningWallet made() {
        try {
            return SigningWallet.base(new SecureRandom());
        } catch (MissingLibraryException e) {
            throw StateException.bad(String.valueOf(e.getMessage()));
        }
    }

    /** What a scenario says of a world's accounts. */
    static void open(Scene scene, Settings.Money says) {
        says.balance().ifPresent(usd -> grant(scene, Purse.KEYS, new Grant.SetUsd(usd)));
        says.diem().ifPresent(diem -> grant(scene, Purse.KEYS, new Grant.SetDiem(diem)));
        says.spendLimit().ifPresent(limit -> spendLimit(scene, limit));
        says.walletBalance().ifPresent(usd -> grant(scene, Purse.WALLET, new Grant.SetUsd(usd)));
    }

    private static void spendLimit(Scene scene, Usd limit) {
        var keyId = Credentials.maskKey(scene.apiKey());
        grant(scene, Purse.KEYS, new Grant.SpendLimit(keyId, Currency.USD, limit));
    }

    private static String magic(Scene scene, String prefix) {
        return prefix + scene.desk().world().ids().hex(KEY_BYTES);
    }

    private static void grant(Scene scene, Purse purse, Grant grant) {
        var change = scene.desk()
                .world()
                .accounts()
                .change(scene.world(), purse, account -> account.grant(grant, scene.now()));
        if (change instanceof Change.Impossible impossible) {
            throw StateException.bad(impossible.says());
        }
    }
}
