package dev.venicesim.api;

import java.util.Arrays;
import java.util.Optional;

/** Class of operations that are counted in one window of requests. */
public enum LimitClass {
    QUEUE("queue"),
    RETRIEVE("retrieve"),
    QUOTE("quote"),
    UPSCALE_QUOTE("upscale-quote"),
    COMPLETE("complete"),
    TRANSCRIPTIONS("transcriptions"),
    MODELS("models"),
    TOP_UP("top-up"),
    WALLET_BALANCE("x402-balance"),
    WALLET_TRANSACTIONS("x402-transactions"),
    ACCOUNT("account"),
    /** Not counted with the others: a download link has limits of its own. */
    LINK("download");

    private final String label;

    LimitClass(String label) {
        this.label = label;
    }

    /** The name scenarios and traces use. */
    public String label() {
        return label;
    }

    /** Whether it is one of the x402 routes, which word their refusals in their own way. */
    public boolean isOfWallets() {
        return this == TOP_UP || this == WALLET_BALANCE || this == WALLET_TRANSACTIONS;
    }

    public static Optional<LimitClass> find(String label) {
        return Arrays.stream(values())
                .filter(found -> found.label.equals(label))
                .findFirst();
    }
}
