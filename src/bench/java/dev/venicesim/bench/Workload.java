package dev.venicesim.bench;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What one row of the report is about.
 *
 * @param name as reports and the command line call it
 * @param source makes the requests of a round before its clock starts
 * @param status what every reply must have
 * @param says what the body of every reply must hold; a sample is looked at
 * @param share part of the usual number of requests; small for expensive ones
 * @param connections how many clients at most send it
 * @param only the request, if it is always the same
 */
record Workload(
        String name, Source source, int status, String says, double share, int connections, Optional<byte[]> only) {

    private static final int ANY = 1000;

    /** Less of a share have those that take long. */
    private static final double SMALL = 0.1;

    /** Makes so many requests, in the order they are to be sent. */
    @FunctionalInterface
    interface Source {
        List<byte[]> make(int count) throws Exception;
    }

    /** The same request over and over, from as many clients as there are. */
    static Workload same(String name, byte[] request, int status, String says, double share) {
        return new Workload(
                name, count -> Collections.nCopies(count, request), status, says, share, ANY, Optional.of(request));
    }

    /** Requests that differ. */
    static Workload varied(String name, Source source, String says, double share, int connections) {
        return new Workload(name, source, 200, says, share, connections, Optional.empty());
    }

    /** Whether it is one request, cheap enough to be sent as often as a few seconds allow. */
    boolean isSmall() {
        return only.isPresent() && share >= SMALL;
    }
}
