package dev.venicesim.world;

import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.ScenarioSettings;
import java.util.List;
import java.util.Optional;

/**
 * Opening balances of a world's accounts.
 *
 * @param balance USD of its API keys
 * @param diem DIEM of its API keys, if any
 * @param spendLimit most its first API key may spend in USD, if that is limited
 * @param walletBalance USDC credit of its wallet
 */
public record OpeningBalances(Usd balance, Optional<Usd> diem, Optional<Usd> spendLimit, Usd walletBalance) {

    /** Refuses what no account could open with, before a world is made of it. */
    public OpeningBalances {
        for (var usd : List.of(balance, walletBalance)) {
            if (usd.isNegative() || LedgerAccount.MOST.isLessThan(usd)) {
                throw new IllegalArgumentException(
                        "an opening balance is from 0 to " + LedgerAccount.MOST + " dollars, not " + usd);
            }
        }
    }

    /** Dollars for API keys, nothing for the wallet. */
    public static OpeningBalances of(Usd balance) {
        return new OpeningBalances(balance, Optional.empty(), Optional.empty(), Usd.ZERO);
    }

    public OpeningBalances withBalance(Usd other) {
        return new OpeningBalances(other, diem, spendLimit, walletBalance);
    }

    /** This with what a scenario says laid over it. */
    OpeningBalances with(ScenarioSettings.Money money) {
        return new OpeningBalances(
                money.balance().orElse(balance),
                money.diem().or(this::diem),
                money.spendLimit().or(this::spendLimit),
                money.walletBalance().orElse(walletBalance));
    }
}
