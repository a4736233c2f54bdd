package dev.venicesim.bench;

import java.util.Collections;
import java.util.List;

/**
 * What one row of the report is about.
 *
 * @param name as reports and the command line call it
 * @param source makes the requests of a round before its clock starts
 * @param status what every reply must have
 * @param says what the body of every reply must hold; a sample is looked at
 * @param share part of the usual number of requests; small for expensive ones
 * @param connections how many clients at most send it
 */
record Workload(String name, Source source, int status, String says, double share, int connections) {

    private static final int ANY = 1000;

    /** Makes so many requests, in the order they are to be sent. */
    @FunctionalInterface
    interface Source {
        List<byte[]> make(int count) throws Exception;
    }

    /** The same request over and over, from as many clients as there are. */
    static Workload same(String name, byte[] request, int status, String says, double share) {
        return new Workload(name, count -> Collections.nCopies(count, request), status, says, share, ANY);
    }

    /** This from one client. */
    Workload alone() {
        return new Workload(name, source, status, says, share, 1);
    }
}
