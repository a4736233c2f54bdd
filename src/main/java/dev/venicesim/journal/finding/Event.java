package dev.venicesim.journal.finding;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One request, as the rules see it.
 *
 * @param n its number in the journal
 * @param moment when it was answered
 * @param endpoint which operation
 * @param asked what was sent
 * @param told what came back
 * @param job the job it made or was about, as it stood afterwards; {@link JobFacts#NONE} if there is none
 */
public record Event(long n, Moment moment, String endpoint, Asked asked, Told told, JobFacts job) {

    /**
     * When a request was answered.
     *
     * @param world by the world's clock
     * @param real in the outside world
     * @param began when the request came in, in the outside world
     * @param frozen whether the world's clock stood still, so that no pace can be judged
     */
    public record Moment(Instant world, Instant real, Instant began, boolean frozen) {}

    /**
     * What was sent.
     *
     * @param fingerprint of method, path, query and body
     * @param address where it came from
     * @param nonce a fingerprint of the sign-in, empty if there was none
     * @param keyInUrl whether path or query carry a credential
     */
    public record Asked(String fingerprint, String address, String nonce, boolean keyInUrl) {}

    /**
     * What came back.
     *
     * @param status HTTP status, 0 if nothing did
     * @param form what kind of answer
     * @param arrival whether the client got it whole and in time
     * @param waitUntil the real instant before which the client was told not to come back; {@link Instant#MIN} if it was told nothing
     * @param dropped the fields that quote ignored, or that queue refused and quote would have ignored
     */
    public record Told(int status, Form form, Arrival arrival, Instant waitUntil, Dropped dropped) {}

    /**
     * Fields that a model lacks: quote ignores them, queue refuses them.
     *
     * @param model the model
     * @param fields their names; empty if there are none
     */
    public record Dropped(String model, Set<String> fields) {

        /** No such field. */
        public static final Dropped NONE = new Dropped("", Set.of());
    }

    /** What kind of answer came back. */
    public enum Form {
        /** A job was accepted and paid for, whatever the client was told of it. */
        ACCEPTED,
        /** The job is still running. */
        PROCESSING,
        /** The job is done; the video is elsewhere. */
        COMPLETED,
        /** The video itself, or a part of it. */
        VIDEO,
        /** Anything else. */
        OTHER
    }

    /** What became of an answer on the wire. */
    public enum Arrival {
        WHOLE,
        /** An error status in its place, bytes missing or spoilt, or too late for most clients. */
        LOST
    }

    boolean is(String name) {
        return endpoint.equals(name);
    }

    boolean got(Form form) {
        return told.form() == form;
    }

    Optional<String> queueId() {
        return job.queueId().isEmpty() ? Optional.empty() : Optional.of(job.queueId());
    }
}
