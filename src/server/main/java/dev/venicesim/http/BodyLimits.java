package dev.venicesim.http;

/**
 * Limits of a request's body.
 *
 * @param maxBytes most bytes of it
 * @param arriveMillis how long it may take to arrive
 * @param waitMillis how long it may wait for memory
 * @param paceMillis how often it is looked at whether it still comes, while others wait
 */
record BodyLimits(int maxBytes, long arriveMillis, long waitMillis, long paceMillis) {}
