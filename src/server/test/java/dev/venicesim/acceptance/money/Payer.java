package dev.venicesim.acceptance.money;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.wallet.SigningWallet;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.security.SecureRandom;
import java.time.Instant;

/** A client with a wallet, which signs every call anew as the real ones do. */
final class Payer {

    private final Sim sim;
    private final SigningWallet wallet;

    private Payer(Sim sim, SigningWallet wallet) {
        this.sim = sim;
        this.wallet = wallet;
    }

    static Payer onBase(Sim sim) {
        return new Payer(sim, SigningWallet.base(new SecureRandom()));
    }

    static Payer onSolana(Sim sim) {
        return new Payer(sim, SigningWallet.solana(new SecureRandom()));
    }

    SigningWallet wallet() {
        return wallet;
    }

    /** As the replies write it: in lower case on Base. */
    String address() {
        return WalletAddress.parse(wallet.address()).orElseThrow().text();
    }

    /** A client whose next call is signed. */
    Http api() {
        return sim.api().with("SIGN-IN-WITH-X", signIn());
    }

    String signIn() {
        return wallet.signIn(sim.simulator().baseUrl(), Instant.now());
    }

    JsonNode accepts() {
        return sim.api().post("/x402/top-up", "").json().path("accepts");
    }

    /** A signed payment of so many dollars. */
    String payment(long dollars) {
        return wallet.pay(accepts(), dollars * 1_000_000, Instant.now());
    }

    Http.Answer topUp(long dollars) {
        return pay("PAYMENT-SIGNATURE", payment(dollars));
    }

    Http.Answer pay(String header, String payment) {
        return sim.api().with(header, payment).send("POST", "/x402/top-up", new byte[0]);
    }

    JsonNode account() {
        return sim.control().get("/worlds/" + wallet.address() + "/account").json();
    }

    /** Sets the wallet's credit, whose world must exist. */
    void credit(String usd) {
        var set = sim.control().patch("/worlds/" + wallet.address() + "/account", "{\"balanceUsd\":" + usd + "}");
        if (set.status() != 200) {
            throw new AssertionError(set);
        }
    }
}
