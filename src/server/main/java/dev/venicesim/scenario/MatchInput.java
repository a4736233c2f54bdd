package dev.venicesim.scenario;

import dev.venicesim.api.Operation;

/**
 * Input of a rule: what it can look at in a request.
 *
 * @param model the model's id, or empty where the call names none
 * @param prompt the prompt (of the job, for a retrieve), or empty
 */
public record MatchInput(Operation operation, String model, String prompt) {}
