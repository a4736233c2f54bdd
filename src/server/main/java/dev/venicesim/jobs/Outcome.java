package dev.venicesim.jobs;

import java.util.Optional;

/** Outcome of a job: what will become of it; decided when it is queued, and overridable until it has ended. */
public sealed interface Outcome {

    /** Its name in scenario files, the control API and the Java kit. */
    String label();

    /** Whether a video is made in the end, be its file lost or a placeholder. */
    boolean delivers();

    /** The video is made. */
    record Completes() implements Outcome {
        @Override
        public String label() {
            return "completes";
        }

        @Override
        public boolean delivers() {
            return true;
        }
    }

    /**
     * The provider refuses the content: 422 on every retrieve once the job has ended.
     *
     * @param recommendedModel the model the refusal points to
     * @param refunded whether the credits come back; empty leaves it to the model's own rule
     */
    record Refused(Optional<String> recommendedModel, Optional<Boolean> refunded) implements Outcome {
        @Override
        public String label() {
            return "refused";
        }

        @Override
        public boolean delivers() {
            return false;
        }
    }

    /** The provider rejects the input: a 400-class error with its text, replayed on every retrieve. */
    record Rejected(int status, String message, boolean refunded) implements Outcome {

        /** One after which the credits come back. */
        public Rejected(int status, String message) {
            this(status, message, true);
        }

        public Rejected {
            if (status < 400 || status > 499) {
                throw new IllegalArgumentException("a rejection has a status from 400 to 499, not " + status);
            }
        }

        @Override
        public String label() {
            return "rejected";
        }

        @Override
        public boolean delivers() {
            return false;
        }
    }

    /** Generation breaks: 500 with this text on every retrieve. */
    record Fails(String message, boolean refunded) implements Outcome {

        /** One after which the credits come back. */
        public Fails(String message) {
            this(message, true);
        }

        @Override
        public String label() {
            return "failed";
        }

        @Override
        public boolean delivers() {
            return false;
        }
    }

    /** The first so many retrieves answer 503 at capacity; the job goes on meanwhile and completes. */
    record AtCapacity(int times) implements Outcome {
        public AtCapacity {
            requireTimes(times);
        }

        @Override
        public String label() {
            return "atCapacity";
        }

        @Override
        public boolean delivers() {
            return true;
        }
    }

    /**
     * The video is made, but the first so many retrieves of it answer 502, since the provider's file cannot be fetched.
     */
    record Unfetchable(int times) implements Outcome {
        public Unfetchable {
            requireTimes(times);
        }

        @Override
        public String label() {
            return "unfetchable";
        }

        @Override
        public boolean delivers() {
            return true;
        }
    }

    /** Never ends. */
    record Stuck() implements Outcome {
        @Override
        public String label() {
            return "stuck";
        }

        @Override
        public boolean delivers() {
            return false;
        }
    }

    /** The video is made and its file is lost before anybody fetched it: 404. */
    record Purged() implements Outcome {
        @Override
        public String label() {
            return "purged";
        }

        @Override
        public boolean delivers() {
            return true;
        }
    }

    /** The job completes with the tiny file that stands for a silent refusal. */
    record Placeholder() implements Outcome {
        @Override
        public String label() {
            return "placeholder";
        }

        @Override
        public boolean delivers() {
            return true;
        }
    }

    /** Whether the price is kept although no video is made, whatever the model's rule for refusals. */
    default boolean keepsThePrice() {
        return (this instanceof Rejected rejected && !rejected.refunded())
                || (this instanceof Fails fails && !fails.refunded())
                || (this instanceof Refused refused
                        && refused.refunded().filter(back -> !back).isPresent());
    }

    private static void requireTimes(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
    }
}
