package dev.venicesim.world;

import dev.venicesim.billing.Account;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What a world's accounts open with.
 *
 * @param balance USD of its API keys
 * @param diem DIEM of its API keys, if any
 * @param spendLimit most its first API key may spend in USD, if that is limited
 * @param walletBalance USDC credit of its wallet
 */
public record Opening(Usd balance, Optional<Usd> diem, Optional<Usd> spendLimit, Usd walletBalance) {

    /** Refuses what no account could open with, before a world is made of it. */
    public Opening {
        for (var usd : List.of(balance, walletBalance)) {
            if (usd.isNegative() || Account.MOST.isLessThan(usd)) {
                throw new IllegalArgumentException(
                        "an opening balance is from 0 to " + Account.MOST + " dollars, not " + usd);
            }
        }
    }

    /** Dollars for API keys, nothing for the wallet. */
    public static Opening of(Usd balance) {
        return new Opening(balance, Optional.empty(), Optional.empty(), Usd.ZERO);
    }

    public Opening withBalance(Usd other) {
        return new Opening(other, diem, spendLimit, walletBalance);
    }

    /** This with what a scenario says laid over it. */
    Opening with(Settings.Money money) {
        return new Opening(
                money.balance().orElse(balance),
                money.diem().or(this::diem),
                money.spendLimit().or(this::spendLimit),
                money.walletBalance().orElse(walletBalance));
    }
}
