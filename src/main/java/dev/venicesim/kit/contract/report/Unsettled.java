package dev.venicesim.kit.contract.report;

import dev.venicesim.catalog.Quirk;
import java.util.EnumMap;
import java.util.Map;

/** Why no check settles a quirk: what it would take, and why that is not done to a live API. */
final class Unsettled {

    private static final Map<Quirk, String> WHY = why();

    private Unsettled() {}

    /** Empty for a quirk that nobody has thought about, which a test does not let pass. */
    static String why(Quirk quirk) {
        return WHY.getOrDefault(quirk, "");
    }

    private static Map<Quirk, String> why() {
        var why = new EnumMap<Quirk, String>(Quirk.class);
        why.put(
                Quirk.CONTENT_VIOLATION_BODY,
                "a prompt or picture against the content policy would have to be sent, which can cost an account");
        why.put(
                Quirk.CONSENT_COUNTS_AS_FAILED,
                "more than 20 requests with pictures of a real face would have to be refused within 30 s");
        why.put(
                Quirk.SCAN_VIDEO_URL,
                "footage of a real person would have to be sent, and is paid for if it is not searched");
        why.put(Quirk.PROVIDER_REFUSAL_BODY, "a provider would have to be brought to refuse a job that Venice accepts");
        why.put(
                Quirk.WALLET_LIMITS,
                "more calls a minute than the x402 routes take would have to be sent, which blocks whoever shares the address");
        why.put(Quirk.RUNWAY_REFUND, "Runway would have to be brought to refuse a paid job");
        why.put(Quirk.WALLET_CHARGE, "a wallet with at least 5 USD in USDC on Base would be needed; check holds none");
        why.put(
                Quirk.BALANCE_REMAINING,
                "a wallet with at least 5 USD in USDC on Base would be needed; check holds none");
        return why;
    }
}
