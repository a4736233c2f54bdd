package dev.venicesim.kit.client;

import dev.venicesim.api.EndpointFilter;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Wait, by a world's journal, until the client under test has asked for something; 10 s unless told otherwise. The
 * server holds each call until the requests are there.
 */
public final class Await {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(20);

    private final WorldRegistration world;
    private final Pause pause;
    private final TimeSource time = TimeSource.system();
    private final Duration atMost;

    Await(WorldRegistration world, Pause pause) {
        this(world, pause, Duration.ofSeconds(10));
    }

    private Await(WorldRegistration world, Pause pause, Duration atMost) {
        this.world = world;
        this.pause = pause;
        this.atMost = atMost;
    }

    /** The same, with another patience. */
    public Await within(Duration patience) {
        return new Await(world, pause, patience);
    }

    /** Until so many videos have been queued with success. */
    public List<JournalEntry> queued(int count) {
        return until("queue", Optional.of(200), count);
    }

    /** Until retrieve has been answered with success so many times. */
    public List<JournalEntry> retrieved(int count) {
        return until("retrieve", Optional.of(200), count);
    }

    /** Until complete has been answered with success so many times. */
    public List<JournalEntry> completed(int count) {
        return until("complete", Optional.of(200), count);
    }

    /**
     * Until an endpoint has been asked so many times, whatever the answer.
     *
     * @param endpoint its name, such as {@code queue}, or its path, such as {@code /video/queue}
     * @throws IllegalArgumentException naming those there are, if no endpoint is called so
     */
    public List<JournalEntry> requests(String endpoint, int count) {
        return until(EndpointFilter.of(endpoint).toString(), Optional.empty(), count);
    }

    private List<JournalEntry> until(String endpoint, Optional<Integer> status, int count) {
        var filter = "/requests?endpoint=" + WorldRegistration.segment(endpoint)
                + status.map(value -> "&status=" + value).orElse("") + "&count=" + count;
        var path = world.readable(filter);
        var deadline = time.nanos() + atMost.toNanos();
        while (true) {
            var left = Duration.ofNanos(deadline - time.nanos());
            var seen = ask(path, left);
            if (seen.size() >= count) {
                return seen;
            }
            if (left.isNegative()) {
                throw new AssertionError("waited " + atMost + " for " + count + " requests to " + endpoint
                        + status.map(value -> " answered " + value).orElse("") + "; there were " + seen.size()
                        + described(seen));
            }
            rest();
        }
    }

    private List<JournalEntry> ask(String path, Duration left) {
        var wait = left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : left;
        var requests = world.control()
                .get(path + "&wait=" + Duration.ofMillis(wait.toMillis()))
                .path("requests");
        return StreamSupport.stream(requests.spliterator(), false)
                .map(JournalEntry::of)
                .toList();
    }

    private static String described(List<JournalEntry> seen) {
        return seen.isEmpty()
                ? ""
                : ":\n"
                        + String.join(
                                "\n", seen.stream().map(JournalEntry::toString).toList());
    }

    private void rest() {
        try {
            pause.sleep(BETWEEN_CALLS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for requests", e);
        }
    }
}
