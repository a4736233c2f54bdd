package dev.venicesim.journal;

import java.time.Instant;
import java.util.List;

/**
 * One request and how it was answered.
 *
 * @param n its number in its world, from 1
 * @param at by the world's clock
 * @param method as sent
 * @param path as sent; credentials in it are masked where it is shown
 * @param endpoint the endpoint's name, such as {@code queue}
 * @param status HTTP status of the reply
 * @param micros microseconds from the body's arrival to the reply's start
 * @param by who answered: {@code simulator}, {@code stub} or {@code fault}
 * @param why every decision, in order
 * @param exchange headers and bodies, as far as they are kept
 */
public record Entry(
        long n,
        Instant at,
        String method,
        String path,
        String endpoint,
        int status,
        long micros,
        String by,
        List<String> why,
        Exchange exchange) {

    private static final int OWN_BYTES = 400;

    Entry numbered(long number) {
        return new Entry(number, at, method, path, endpoint, status, micros, by, why, exchange);
    }

    /** About how much memory it takes. */
    long weight() {
        long weight = OWN_BYTES + exchange.weight() + path.length();
        for (var line : why) {
            weight += 56L + line.length();
        }
        return weight;
    }
}
