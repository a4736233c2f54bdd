package dev.venicesim.bench;

import java.util.Arrays;

/**
 * Sends a bounded load over keep-alive connections on loopback, and checks every reply's status and a sample of bodies.
 */
interface Driver {

    /** One reply in so many has its body looked at. */
    int SAMPLE = 64;

    /**
     * What came of a load whose every reply was right.
     *
     * @param requests how many were answered
     * @param p50Micros half of them within this
     * @param p99Micros 99 of 100 within this
     * @param bytes of all replies; of their bodies only, where those are counted apart
     */
    record Result(long requests, long p50Micros, long p99Micros, long bytes) {

        static Result of(long[] nanos, long bytes) {
            var sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Result(
                    sorted.length,
                    sorted[sorted.length / 2] / 1000,
                    sorted[(int) (sorted.length * 0.99)] / 1000,
                    bytes);
        }
    }

    /**
     * Drives a workload once.
     *
     * @param warmUp whether this is the round that is not counted, which is longer
     */
    Result run(Workload workload, boolean warmUp) throws Exception;
}
