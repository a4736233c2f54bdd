package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.Locale;

/** The reply of {@code GET /x402/balance/{walletAddress}}, and the top-up bounds it names. */
@Verified(on = "2026-08-21", source = "docs/api/wallets.md#balance-of-a-wallet")
public final class WalletBalance {

    public static final Usd MINIMUM_TOP_UP = Usd.ofCents(500);
    public static final Usd SUGGESTED_TOP_UP = Usd.ofCents(1_000);

    private WalletBalance() {}

    /**
     * Holds are still part of the balance, as no transaction shows them; whether it can consume counts them as gone.
     */
    public static ObjectNode render(LedgerAccount account, String walletAddress) {
        var json = Json.object().put("success", true);
        json.putObject("data")
                .put("walletAddress", normalized(walletAddress))
                .put("balanceUsd", account.balances().usd().number())
                .put("canConsume", !account.isBelowFloor())
                .put("minimumTopUpUsd", MINIMUM_TOP_UP.number())
                .put("suggestedTopUpUsd", SUGGESTED_TOP_UP.number());
        return json;
    }

    /** The value of {@code X-Balance-Remaining}: what can still be spent, with six decimals. */
    public static String remaining(LedgerAccount account) {
        return account.available().decimal().toPlainString();
    }

    /** EVM addresses in lower case, Solana's as they are. */
    static String normalized(String walletAddress) {
        return walletAddress.startsWith("0x") ? walletAddress.toLowerCase(Locale.ROOT) : walletAddress;
    }
}
