package dev.venicesim.jobs;

import java.util.Optional;

/** What will become of a job; decided when it is queued, and overridable until it has ended. */
public sealed interface Outcome {

    /** The video is made. */
    record Completes() implements Outcome {}

    /**
     * The provider refuses the content: 422 on every retrieve once the job has ended.
     *
     * @param recommendedModel the model the refusal points to
     * @param refunded whether the credits come back; empty leaves it to the model's own rule
     */
    record Refused(Optional<String> recommendedModel, Optional<Boolean> refunded) implements Outcome {}

    /** The provider rejects the input: a 400-class error with its text, replayed on every retrieve; the credits come back. */
    record Rejected(int status, String message) implements Outcome {
        public Rejected {
            if (status < 400 || status > 499) {
                throw new IllegalArgumentException("a rejection has a status from 400 to 499, not " + status);
            }
        }
    }

    /** Generation breaks: 500 with this text on every retrieve; the credits come back. */
    record Fails(String message) implements Outcome {}

    /** The first so many retrieves answer 503 at capacity; the job goes on meanwhile and completes. */
    record AtCapacity(int times) implements Outcome {
        public AtCapacity {
            requireTimes(times);
        }
    }

    /** The video is made, but the first so many retrieves of it answer 502, since the provider's file cannot be fetched. */
    record Unfetchable(int times) implements Outcome {
        public Unfetchable {
            requireTimes(times);
        }
    }

    /** Never ends. */
    record Stuck() implements Outcome {}

    /** The video is made and its file is lost before anybody fetched it: 404. */
    record Purged() implements Outcome {}

    /** The job completes with the tiny file that stands for a silent refusal. */
    record Placeholder() implements Outcome {}

    /** Whether a video is made in the end, be its file lost or a placeholder. */
    default boolean delivers() {
        return !(this instanceof Refused || this instanceof Rejected || this instanceof Fails || this instanceof Stuck);
    }

    private static void requireTimes(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
    }
}
