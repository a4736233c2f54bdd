package dev.venicesim.journal.finding;

import java.time.Duration;
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
public record ClientEvent(long n, Moment moment, String endpoint, Asked asked, Told told, JobFacts job) {

    /**
     * When a request was answered.
     *
     * @param world by the world's clock
     * @param real in the outside world
     * @param began when the request came in, in the outside world
     * @param arrival when it came in by the world's clock; not in what an earlier version took down
     * @param frozen whether the world's clock stood still, so that no pace can be judged
     * @param ahead how far the client's own clock, by which it waits, is ahead of the outside world
     */
    public record Moment(
            Instant world, Instant real, Instant began, Optional<Instant> arrival, boolean frozen, Duration ahead) {

        /** When it came in, by the world's clock. */
        public Instant arrived() {
            return arrival.orElse(world);
        }

        /** When it was answered, by the client's own clock. */
        public Instant client() {
            return real.plus(ahead);
        }
    }

    /**
     * What was sent.
     *
     * @param client a fingerprint of the one program that sent it: its credential, or its address if it has none, and its
     *     {@code User-Agent}
     * @param fingerprint of method, path, query and body
     * @param address where it came from
     * @param nonce a fingerprint of the sign-in, empty if there was none
     * @param keyInUrl whether path or query carry a credential
     */
    public record Asked(String client, String fingerprint, String address, String nonce, boolean keyInUrl) {}

    /**
     * What came back.
     *
     * @param status HTTP status, 0 if nothing did
     * @param form what kind of answer
     * @param arrival whether the client got it whole and in time
     * @param pause how long the client was told to stay away
     * @param dropped the fields that quote ignored, or that queue refused
     */
    public record Told(int status, Form form, Arrival arrival, Wait pause, Dropped dropped) {}

    /**
     * What a client was told of when to come back.
     *
     * @param until the instant, by its own clock, before which it should not; {@link Instant#MIN} if it was told nothing
     * @param named where it was told, such as {@code Retry-After}
     */
    public record Wait(Instant until, String named) {

        /** Nothing was told. */
        public static final Wait NONE = new Wait(Instant.MIN, "");
    }

    /**
     * Fields that a model lacks: quote ignores them, queue refuses them.
     *
     * @param model the model
     * @param fields the names of those that quote ignores in this very request; empty if there are none
     * @param defaults those that queue refused and that carry the default of the API's OpenAPI file, each as
     *     {@code name: value}
     */
    public record Dropped(String model, Set<String> fields, Set<String> defaults) {

        /** No such field. */
        public static final Dropped NONE = new Dropped("", Set.of(), Set.of());
    }

    /** What kind of answer came back. */
    public enum Form {
        /** A job was accepted and paid for, whatever the client was told of it. */
        ACCEPTED,
        /** The job is still running. */
        PROCESSING,
        /** The job is done; the video is elsewhere. */
        COMPLETED,
        /** The video itself, or a part of it; what became of it on the way, a {@link Download} tells. */
        VIDEO,
        /** What a stub or a fault of the user's gives for the video, at once. */
        FETCHED,
        /** Anything else. */
        OTHER
    }

    /** What became of an answer on the wire. */
    public enum Arrival {
        WHOLE,
        /** An error status in its place, bytes missing or spoilt, or too late for most clients. */
        LOST
    }

    /** The same under another number. */
    public ClientEvent numbered(long number) {
        return new ClientEvent(number, moment, endpoint, asked, told, job);
    }

    /** Whether the client, when it sent this, could know of an answer that was given at a real instant. */
    boolean knew(Instant answered) {
        return !moment.began().isBefore(answered);
    }

    /** Whether the answer reached the client, and with the status it should have. */
    boolean arrived() {
        return told.arrival() == Arrival.WHOLE && told.status() > 0 && told.status() < 500;
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
