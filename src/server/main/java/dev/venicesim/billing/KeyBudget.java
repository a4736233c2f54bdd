package dev.venicesim.billing;

import dev.venicesim.money.Usd;

/**
 * Budget of one key of an account: what it has spent, and may spend. Refunds count as unspent.
 *
 * @param usdLimit most it may spend in dollars, or {@link #UNLIMITED}
 * @param diemLimit most it may spend in DIEM, or {@link #UNLIMITED}
 */
public record KeyBudget(Usd usdLimit, Usd diemLimit, Usd usdSpent, Usd diemSpent) {

    /** The limit that is none. */
    public static final Usd UNLIMITED = Usd.ofMicros(Long.MAX_VALUE);

    static final KeyBudget FREE = new KeyBudget(UNLIMITED, UNLIMITED, Usd.ZERO, Usd.ZERO);

    Usd usdRoom() {
        return room(usdLimit, usdSpent);
    }

    Usd diemRoom() {
        return room(diemLimit, diemSpent);
    }

    KeyBudget spend(Usd usd, Usd diem) {
        return new KeyBudget(usdLimit, diemLimit, usdSpent.plus(usd), diemSpent.plus(diem));
    }

    KeyBudget limit(Currency currency, Usd limit) {
        return switch (currency) {
            case USD -> new KeyBudget(limit, diemLimit, usdSpent, diemSpent);
            case DIEM -> new KeyBudget(usdLimit, limit, usdSpent, diemSpent);
        };
    }

    private static Usd room(Usd limit, Usd spent) {
        return limit.isLessThan(spent) ? Usd.ZERO : limit.minus(spent);
    }
}
