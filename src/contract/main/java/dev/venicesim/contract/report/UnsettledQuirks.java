package dev.venicesim.contract.report;

import dev.venicesim.catalog.ApiQuirk;
import java.util.EnumMap;
import java.util.Map;

/** Quirks that no check settles, and why: what it would take, and why that is not done to a live API. */
final class UnsettledQuirks {

    private static final Map<ApiQuirk, String> WHY = why();

    private UnsettledQuirks() {}

    /** Empty for a quirk that nobody has thought about, which a test does not let pass. */
    static String why(ApiQuirk quirk) {
        return WHY.getOrDefault(quirk, "");
    }

    private static Map<ApiQuirk, String> why() {
        var why = new EnumMap<ApiQuirk, String>(ApiQuirk.class);
        why.put(
                ApiQuirk.CONTENT_VIOLATION_BODY,
                "a prompt or picture against the content policy would have to be sent, which can cost an account");
        why.put(
                ApiQuirk.CONSENT_COUNTS_AS_FAILED,
                "more than 20 requests with pictures of a real face would have to be refused within 30 s");
        why.put(
                ApiQuirk.SCAN_VIDEO_URL,
                "footage of a real person would have to be sent, and is paid for if it is not searched");
        why.put(
                ApiQuirk.PROVIDER_REFUSAL_BODY,
                "a provider would have to be brought to refuse a job that Venice accepts");
        why.put(
                ApiQuirk.WALLET_LIMITS,
                "more calls a minute than the x402 routes take would have to be sent, which blocks whoever shares the address");
        why.put(ApiQuirk.RUNWAY_REFUND, "Runway would have to be brought to refuse a paid job");
        why.put(
                ApiQuirk.WALLET_CHARGE,
                "a wallet with at least 5 USD in USDC on Base would be needed; check holds none");
        why.put(
                ApiQuirk.BALANCE_REMAINING,
                "a wallet with at least 5 USD in USDC on Base would be needed; check holds none");
        why.put(ApiQuirk.EXPIRED_QUEUE_ID, "a job would have to be paid for, and its id be asked about a day later");
        why.put(
                ApiQuirk.LATE_FAILURES,
                "jobs would have to be paid for that are known to fail, and whose price is kept");
        why.put(
                ApiQuirk.UPSCALE_QUOTE_LIMIT,
                "more than 40 upscale quotes a minute would have to be sent, which blocks whoever shares the key");
        why.put(
                ApiQuirk.FAILED_BUDGET_BODY,
                "one report names the member; limits.failed-budget shows the body that comes, and its user decides");
        why.put(
                ApiQuirk.SIGN_IN_NONCE,
                "about half of the live server's nonces hold no letter that shows the difference");
        why.put(
                ApiQuirk.FAILED_TOP_UP,
                "at least 5 USD in USDC would have to be paid, and the payment be sent once more");
        return why;
    }
}
