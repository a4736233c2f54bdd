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
    /** Transcriptions that are gone, whoever asks. */
    CLOSED_TRANSCRIPTIONS("closed transcriptions"),
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

    /** Whether its refusals say more than those of the others. */
    public boolean saysMore() {
        return this == TOP_UP || this == WALLET_BALANCE || this == WALLET_TRANSACTIONS || this == CLOSED_TRANSCRIPTIONS;
    }

    public static Optional<LimitClass> find(String label) {
        return Arrays.stream(values())
                .filter(found -> found.label.equals(label))
                .findFirst();
    }
}
