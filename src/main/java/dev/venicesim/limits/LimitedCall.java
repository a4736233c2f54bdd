package dev.venicesim.limits;

import java.util.Arrays;
import java.util.Optional;

/** What a request window may stand in front of. */
public enum LimitedCall {
    QUEUE("queue"),
    RETRIEVE("retrieve"),
    QUOTE("quote"),
    COMPLETE("complete"),
    TRANSCRIPTIONS("transcriptions"),
    MODELS("models"),
    TOP_UP("top-up"),
    WALLET_BALANCE("x402-balance"),
    WALLET_TRANSACTIONS("x402-transactions"),
    ACCOUNT("account");

    private final String label;

    LimitedCall(String label) {
        this.label = label;
    }

    /** The name scenarios use. */
    String label() {
        return label;
    }

    /** Whether it is one of the x402 routes, which word their refusals in their own way. */
    boolean isOfWallets() {
        return this == TOP_UP || this == WALLET_BALANCE || this == WALLET_TRANSACTIONS;
    }

    public static Optional<LimitedCall> find(String label) {
        return Arrays.stream(values()).filter(call -> call.label.equals(label)).findFirst();
    }
}
