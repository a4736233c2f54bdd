package dev.venicesim.scenario;

import java.util.Arrays;
import java.util.Optional;

/** The calls a rule can name. */
public enum Endpoint {
    QUOTE("quote"),
    QUEUE("queue"),
    RETRIEVE("retrieve"),
    COMPLETE("complete"),
    TRANSCRIPTIONS("transcriptions"),
    DOWNLOAD("download"),
    MODELS("models"),
    TOP_UP("topUp"),
    BALANCE("balance"),
    BILLING("billing");

    private final String label;

    Endpoint(String label) {
        this.label = label;
    }

    /** The name users write. */
    public String label() {
        return label;
    }

    public static Optional<Endpoint> find(String label) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.label.equals(label))
                .findFirst();
    }
}
