package dev.venicesim.validation;

import java.util.Optional;

/**
 * A request to remove a job's file.
 *
 * @param model empty only under the quirk {@code missing-model=lenient}
 */
public record CompleteRequest(Optional<String> model, String queueId) {}
