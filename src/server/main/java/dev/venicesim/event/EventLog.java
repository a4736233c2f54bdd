package dev.venicesim.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.time.Alarm;
import dev.venicesim.wire.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Log of the latest events, and those who listen to it. It sleeps until the first listener comes and a while after the
 * last has left; asleep it costs one read of a flag. Awake it keeps {@value #CAPACITY} events: a listener that comes
 * back in time goes on where it left, and one that reads too slowly is told how many it missed.
 */
public final class EventLog {

    /** More listeners are refused: a page shares its stream with the other pages of its browser. */
    public static final int MOST_LISTENERS = 64;

    static final int CAPACITY = 2048;
    private static final Duration BATCH = Duration.ofMillis(40);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LINGER = Duration.ofMinutes(1);
    /** Ids grow over a restart as well, and stay whole numbers for JavaScript. */
    private static final long IDS_A_SECOND = 1_000_000;

    private final Object lock = new Object();
    private final Event[] ring = new Event[CAPACITY];
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean batching = new AtomicBoolean();
    private volatile boolean awake;
    private volatile boolean resting;
    private volatile Alarm alarm = (delay, task) -> () -> {};
    private Runnable sleep = () -> {};
    private long last;
    private long first;

    /** A log whose first id is made of the time at which its server started. */
    public EventLog(Instant started) {
        this.last = started.getEpochSecond() * IDS_A_SECOND;
        this.first = last + 1;
    }

    /** Takes the alarm that batches and heartbeats are driven by. */
    public void wokenBy(Alarm wakes) {
        this.alarm = wakes;
    }

    /** Whether anybody listens; whoever has an event to tell asks first, since most of the time nobody does. */
    public boolean awake() {
        return awake;
    }

    /**
     * Tells an event.
     *
     * @param data writes it, later and once, from values that do not change
     */
    public void publish(String type, String world, Supplier<ObjectNode> data) {
        if (!awake) {
            return;
        }
        synchronized (lock) {
            var id = ++last;
            ring[(int) (id % CAPACITY)] = new Event(id, type, world, data);
            first = Math.max(first, id - CAPACITY + 1);
        }
        deliverSoon();
    }

    /**
     * A stream of events from now on, or from where the listener left.
     *
     * @param world which world's events are wanted
     * @param after the id of the last event that the listener has; negative if it has none
     * @param opened told when somebody listens, before the first event
     */
    public Content.Live stream(Predicate<String> world, long after, Runnable opened) {
        return new Content.Live(sink -> {
            var listener = new Listener(this, sink, world, after);
            wake(listener);
            opened.run();
            return listener;
        });
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** Ends every stream. */
    public void close() {
        listeners.forEach(Listener::end);
    }

    private void wake(Listener listener) {
        synchronized (lock) {
            sleep.run();
            sleep = () -> {};
            listener.begin(first, last);
            listeners.add(listener);
            awake = true;
        }
        deliverSoon();
        heartbeat(listener);
    }

    private void heartbeat(Listener listener) {
        var unused = alarm.after(HEARTBEAT, () -> {
            if (listeners.contains(listener)) {
                listener.heartbeat();
                heartbeat(listener);
            }
        });
    }

    void left(Listener listener) {
        synchronized (lock) {
            listeners.remove(listener);
            if (listeners.isEmpty()) {
                sleep.run();
                sleep = alarm.after(LINGER, this::fallAsleep);
            }
        }
    }

    private void fallAsleep() {
        synchronized (lock) {
            if (listeners.isEmpty()) {
                awake = false;
                first = last + 1;
                java.util.Arrays.fill(ring, null);
            }
        }
    }

    /** Events that come close together go out together. */
    void deliverSoon() {
        if (!batching.getAndSet(true)) {
            var unused = alarm.after(BATCH, this::deliver);
        }
    }

    /** While events come faster than listeners are given them, they come in fewer and larger parts. */
    private void deliver() {
        batching.set(false);
        if (resting) {
            return;
        }
        var more = false;
        for (var listener : listeners) {
            more |= listener.deliver();
        }
        if (more) {
            resting = true;
            var unused = alarm.after(REST, () -> {
                resting = false;
                deliverSoon();
            });
        }
    }

    /** The events after an id, at most so many; before them how many are gone that the listener has not seen. */
    Batch after(long id, int most) {
        synchronized (lock) {
            var from = Math.max(id + 1, first);
            var events = new ArrayList<Event>();
            for (var next = from; next <= last && events.size() < most; next++) {
                events.add(ring[(int) (next % CAPACITY)]);
            }
            return new Batch(from - id - 1, List.copyOf(events), last);
        }
    }

    /**
     * Some events.
     *
     * @param missed how many before them are gone
     * @param last the id of the last event there is
     */
    record Batch(long missed, List<Event> events, long last) {}
}
