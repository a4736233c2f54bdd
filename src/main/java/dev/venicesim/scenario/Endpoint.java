package dev.venicesim.scenario;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    private static final Map<String, Endpoint> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Endpoint::label, endpoint -> endpoint));

    private final String label;

    Endpoint(String label) {
        this.label = label;
    }

    /** The name users write. */
    public String label() {
        return label;
    }

    public static Optional<Endpoint> find(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
