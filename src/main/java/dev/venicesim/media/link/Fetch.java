package dev.venicesim.media.link;

import java.time.Instant;

/**
 * One request for the file behind a link.
 *
 * @param kind GET or HEAD; only GETs count towards a burst
 * @param address the client's
 * @param file what there is to deliver
 * @param now by the world's clock
 */
public record Fetch(Kind kind, String address, File file, Instant now) {

    /** The two methods that ask for a file. */
    public enum Kind {
        GET,
        HEAD
    }

    /** Whether the job's file exists. */
    public enum File {
        /** The job has not finished, or has failed. */
        NOT_READY,
        READY,
        /** Removed by retrieve or complete. */
        DELETED
    }
}
