package dev.venicesim.billing;

import dev.venicesim.money.Usd;

/**
 * The three sums of an account at an instant, or a change to them.
 *
 * @param usd dollars, holds included
 * @param diem DIEM, each worth a dollar
 * @param held the part of {@code usd} set aside for jobs that have not ended
 */
public record Balances(Usd usd, Usd diem, Usd held) {

    public static final Balances NONE = new Balances(Usd.ZERO, Usd.ZERO, Usd.ZERO);

    static Balances usd(Usd amount) {
        return new Balances(amount, Usd.ZERO, Usd.ZERO);
    }

    static Balances diem(Usd amount) {
        return new Balances(Usd.ZERO, amount, Usd.ZERO);
    }

    static Balances held(Usd amount) {
        return new Balances(Usd.ZERO, Usd.ZERO, amount);
    }

    Balances plus(Balances change) {
        return new Balances(usd.plus(change.usd), diem.plus(change.diem), held.plus(change.held));
    }

    /** The balance in one currency. */
    Usd in(Currency currency) {
        return switch (currency) {
            case USD -> usd;
            case DIEM -> diem;
        };
    }

    /** Dollars that are not held. */
    Usd free() {
        return usd.minus(held);
    }
}
