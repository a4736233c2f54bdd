package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Instant;

/**
 * One line of a ledger.
 *
 * @param seq its place in the account's history, from 0 without gaps
 * @param at when it took effect on the world's clock, in whole milliseconds; never before the entry above it
 * @param currency what {@code amount} is in
 * @param amount signed; zero for holds and releases
 * @param after the account's sums once it took effect
 * @param purchase the job it belongs to, or {@link Purchase#NONE}
 * @param why one sentence for people
 */
public record LedgerEntry(
        long seq,
        Instant at,
        EntryType type,
        Currency currency,
        Usd amount,
        Balances after,
        Purchase purchase,
        String why) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /**
     * The name clients see, in the form documented: {@code ledger_01HZY8M4W4Y6QZ8B6Q4P0V3J2K}, a time and sixteen more
     * digits; unique in its account.
     */
    public String id() {
        var id = new StringBuilder("ledger_");
        digits(id, at.toEpochMilli(), 10);
        digits(id, mixed(~seq), 3);
        digits(id, mixed(seq), 13);
        return id.toString();
    }

    /** The same entry, with the texts it has in common with an earlier one kept once. */
    LedgerEntry sharing(LedgerEntry earlier) {
        var reason = why.equals(earlier.why) ? earlier.why : why;
        return new LedgerEntry(seq, at, type, currency, amount, after, purchase.sharing(earlier.purchase), reason);
    }

    /** The balance in this entry's currency once it took effect. */
    public Usd balanceAfter() {
        return after.in(currency);
    }

    public boolean tookMoney() {
        return amount.isNegative();
    }

    private static void digits(StringBuilder to, long value, int count) {
        for (var digit = count - 1; digit >= 0; digit--) {
            to.append(DIGITS.charAt((int) (value >>> (5 * digit)) & 31));
        }
    }

    /** A one-to-one scramble (splitmix64), so that consecutive ids do not look it. */
    private static long mixed(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
