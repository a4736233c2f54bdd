package dev.venicesim.billing;

import dev.venicesim.error.PaymentErrors;
import dev.venicesim.error.Refusal;

/** A shortage as the client reads it: the plain 402, for keys and for wallets that have the floor. */
public final class Shortages {

    private Shortages() {}

    /** @param withCode quirk {@code error-codes} */
    public static Refusal refusal(Change.Shortfall shortage, boolean withCode) {
        var error = switch (shortage.shortage()) {
            case BALANCE -> PaymentErrors.insufficientBalance(withCode);
            case USD_SPEND_LIMIT -> PaymentErrors.usdSpendLimit(withCode);
            case DIEM_SPEND_LIMIT -> PaymentErrors.diemSpendLimit(withCode);
        };
        return new Refusal(error, why(shortage) + " (docs/api/money-and-prices.md, \"Short balances\", 2026-08-21)");
    }

    private static String why(Change.Shortfall shortage) {
        var reason = switch (shortage.shortage()) {
            case BALANCE -> "the balance does not cover it";
            case USD_SPEND_LIMIT -> "the key's USD spend limit is reached";
            case DIEM_SPEND_LIMIT -> "the key's DIEM spend limit keeps back what would have paid";
        };
        return "the job costs " + shortage.asked() + " and " + shortage.available() + " can be spent: " + reason;
    }
}
