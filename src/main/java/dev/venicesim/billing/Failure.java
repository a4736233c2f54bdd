package dev.venicesim.billing;

/** How a job failed, as far as money cares. */
public enum Failure {
    /** The provider's moderation rejected the prompt, the media or the result. */
    MODERATION,
    /** Anything else: the provider broke, or the job was lost. */
    BREAKDOWN
}
