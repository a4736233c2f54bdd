package dev.venicesim.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names of requests that other servers gave them, with their numbers in their worlds; the latest of them. */
final class NamedRequests {

    private static final int MOST = 20_000;

    private final Map<String, Long> numbers = new LinkedHashMap<>();

    synchronized void put(String server, long named, long n) {
        numbers.put(server + "/" + named, n);
        if (numbers.size() > MOST) {
            numbers.remove(numbers.keySet().iterator().next());
        }
    }

    /** The number of a request; 0 if it is no longer known. */
    synchronized long number(String server, long named) {
        return numbers.getOrDefault(server + "/" + named, 0L);
    }
}
