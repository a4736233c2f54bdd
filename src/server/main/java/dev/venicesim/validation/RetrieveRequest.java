package dev.venicesim.validation;

import java.util.Optional;

/**
 * A request for a job's state or file.
 *
 * @param model empty only under the quirk {@code missing-model=lenient}
 * @param deleteMedia whether the file goes once it was delivered whole
 */
public record RetrieveRequest(Optional<String> model, String queueId, boolean deleteMedia) {}
