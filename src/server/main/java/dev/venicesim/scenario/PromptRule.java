package dev.venicesim.scenario;

import dev.venicesim.jobs.Outcome;
import java.util.Optional;

/**
 * Prompts that break the content policy.
 *
 * @param later how the provider refuses them; empty for a 422 at the queue call
 */
public record PromptRule(PromptPattern prompt, Optional<Outcome.Refused> later) {}
