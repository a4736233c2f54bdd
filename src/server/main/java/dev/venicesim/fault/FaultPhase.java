package dev.venicesim.fault;

import java.util.Arrays;
import java.util.Optional;

/** Phase in the life of a request in which a fault strikes. */
public enum FaultPhase {
    /** Before the request is carried out: nothing was queued, nothing charged. */
    BEFORE("before"),
    /** After it was carried out, on the way back: the job exists and is paid for, and the client may not know. */
    AFTER("after");

    private final String label;

    FaultPhase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<FaultPhase> find(String label) {
        return Arrays.stream(values())
                .filter(phase -> phase.label.equals(label))
                .findFirst();
    }
}
