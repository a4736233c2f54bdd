package dev.venicesim.error;

import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;

/**
 * Refusals about money in their plain form. With {@code withCode} (quirk {@code error-codes}) the body carries the
 * error table's code beside the text. A signed-in wallet that has the floor but not the price gets
 * {@link #insufficientBalance} too, without {@code PAYMENT-REQUIRED}.
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/money-and-prices.md#short-balances, docs/api/wallets.md#wallets-below-the-floor")
public final class PaymentErrors {

    private static final String LIMIT =
            "API key %1$s spend limit exceeded. Your account may still have %1$s balance, but this API key has reached its configured %1$s spending limit.";

    private PaymentErrors() {}

    public static ApiError insufficientBalance(boolean withCode) {
        return paymentRequired(
                "Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.",
                "INSUFFICIENT_BALANCE",
                withCode);
    }

    public static ApiError diemSpendLimit(boolean withCode) {
        return paymentRequired(LIMIT.formatted("DIEM"), "API_KEY_DIEM_SPEND_LIMIT_EXCEEDED", withCode);
    }

    public static ApiError usdSpendLimit(boolean withCode) {
        return paymentRequired(LIMIT.formatted("USD"), "API_KEY_USD_SPEND_LIMIT_EXCEEDED", withCode);
    }

    /**
     * What {@code GET /billing/usage} answers to everybody in edition 2026-08-21; the documents fix what the text
     * names, not its words.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/billing.md#usage-is-gone, docs/api/disagreements.md#end-of-billing-usage")
    public static ApiError billingUsageSunset() {
        return ApiError.standard(
                        410,
                        "This endpoint was sunset on 2026-09-16. Use GET /api/v1/billing/usage-history instead: replace page and limit with pageSize and the "
                                + "nextCursor of each response, and startDate and endDate with startTimestamp and endTimestamp.")
                .withHeader("Deprecation", "@1783555200")
                .withHeader("Link", "</api/v1/billing/usage-history>; rel=\"successor-version\"")
                .withHeader("Sunset", "Wed, 16 Sep 2026 00:00:00 GMT");
    }

    /** The message under {@code cursor} when usage-history is asked to go on from a cursor it does not know. */
    @Verified(on = "2026-10-02", source = "docs/api/billing.md#usage-history")
    public static String invalidCursor() {
        return "Invalid or expired cursor; restart from the first page";
    }

    /** The message under {@code cursor} when filters stand beside it; the documents give the rule, not its words. */
    @Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-history")
    public static String cursorNotAlone() {
        return "cursor must be sent alone; filters are carried by the cursor";
    }

    /** The message under {@code endTimestamp} when the window is empty; the documents give the rule, not its words. */
    @Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-history")
    public static String endNotAfterStart() {
        return "endTimestamp must be later than startTimestamp";
    }

    /** The message under {@code lookback} past its maximum; the documents give the rule, not its words. */
    @Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-sums")
    public static String lookbackTooLong() {
        return "lookback must be at most 90d";
    }

    /**
     * The message under the one of {@code startDate} and {@code endDate} that is missing; the documents give the rule,
     * not its words.
     */
    @Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-sums")
    public static String datesComeInPairs() {
        return "startDate and endDate must be provided together";
    }

    /** The message under {@code endDate} when it is the earlier of the two; the documents give no words. */
    public static String datesReversed() {
        return "endDate must not be before startDate";
    }

    private static ApiError paymentRequired(String text, String code, boolean withCode) {
        var error = ApiError.standard(402, text);
        if (!withCode) {
            return error;
        }
        var body = Json.object().put("error", text).put("code", code);
        return new ApiError(error.status(), body, error.headers());
    }
}
