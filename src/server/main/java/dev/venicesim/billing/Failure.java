package dev.venicesim.billing;

/** Failure of a job, as far as money cares. */
public enum Failure {
    /** The provider's moderation rejected the prompt, the media or the result. */
    MODERATION,
    /** Anything else: the provider broke, or the job was lost. */
    BREAKDOWN
}
