package dev.venicesim.download;

import java.time.Instant;

/**
 * One request for the file behind a link.
 *
 * @param kind what is asked for; only GETs count towards a burst
 * @param address the client's
 * @param file what there is to deliver
 * @param now by the world's clock
 */
public record LinkFetch(Kind kind, String address, File file, Instant now) {

    /** The ways to ask for a file. */
    public enum Kind {
        /** For all of it, or for a part that may be all of it. */
        GET,
        /** A GET for bytes that do not begin at the first. */
        GET_REST,
        HEAD;

        boolean isGet() {
            return this != HEAD;
        }
    }

    /** Whether it takes one of the link's full reads for as long as it is under way. */
    public boolean mayBeFullRead() {
        return kind == Kind.GET && file == File.READY;
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
