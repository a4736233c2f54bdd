package dev.venicesim.scenario;

/**
 * What a rule can look at in a request.
 *
 * @param model the model's id, or empty where the call names none
 * @param prompt the prompt (of the job, for a retrieve), or empty
 */
public record Asked(Endpoint endpoint, String model, String prompt) {}
