package dev.venicesim.pipeline;

import dev.venicesim.error.ApiError;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.journal.finding.ClientEvent.Dropped;
import java.util.Optional;

/**
 * Effect of a request, as the operation that answered it knows it; findings are drawn from it, not from the reply's
 * bytes.
 */
public sealed interface Effect {

    /** Nothing that findings look at, such as a read. */
    record None() implements Effect {}

    /**
     * Nothing, and it counts for nothing: the path, the method or the size was wrong, or a fault answered in the
     * operation's place.
     */
    record NotReached() implements Effect {}

    /**
     * A price was named.
     *
     * @param dropped the fields that were ignored
     */
    record Quoted(Dropped dropped) implements Effect {}

    /** A job was accepted and paid for. */
    record Queued(VideoJob made) implements Effect {}

    /**
     * A job's status was told.
     *
     * @param finished whether the job is done, so that the video is elsewhere
     */
    record Polled(VideoJob asked, boolean finished) implements Effect {}

    /** A video was to be sent, whole or in part. */
    record Delivered(VideoJob of) implements Effect {}

    /** A client said that it is done with a job. */
    record Completed(VideoJob asked) implements Effect {}

    /**
     * The request was refused.
     *
     * @param error the refusal
     * @param dropped the fields refused that quote ignores
     */
    record Refused(ApiError error, Dropped dropped) implements Effect {}

    /** The job it made or was about, as the request left it. */
    default Optional<VideoJob> job() {
        if (this instanceof Polled polled) {
            return Optional.of(polled.asked());
        }
        if (this instanceof Queued queued) {
            return Optional.of(queued.made());
        }
        if (this instanceof Delivered delivered) {
            return Optional.of(delivered.of());
        }
        return this instanceof Completed completed ? Optional.of(completed.asked()) : Optional.empty();
    }
}
