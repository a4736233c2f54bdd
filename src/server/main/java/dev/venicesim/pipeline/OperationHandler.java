package dev.venicesim.pipeline;

import dev.venicesim.error.Refusal;
import java.util.Optional;

/** Handler of one operation, asked once caller and world are known. */
@FunctionalInterface
public interface OperationHandler {

    OperationResult answer(Exchange exchange);

    /** What it tells everybody, whoever they are and whether or not they can sign in; nothing, for nearly all. */
    default Optional<Refusal> whoever(Exchange exchange) {
        return Optional.empty();
    }
}
