package dev.venicesim.error;

/**
 * A stage's no: what the client reads, and why, for the request's trace.
 *
 * @param error the reply
 * @param why one sentence for the trace: the rule that refused, with its source and date where it was taken from the
 *     API
 */
public record Refusal(ApiError error, String why) {}
