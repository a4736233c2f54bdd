package dev.venicesim.journal;

import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.journal.finding.Download;
import dev.venicesim.journal.finding.FindingsEngine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The journals of all worlds, bounded by entries in each and by memory together. */
public final class Journals {

    private static final int MEMORY_SHARE = 16;

    /** About what a rule's memory of one subject takes. */
    private static final int REMEMBERED_BYTES = 320;

    private static final int LEAST_REMEMBERED = 1024;

    private final int perWorld;
    private final JournalListener listener;
    private final long maxWeight;
    private final long maxRemembered;
    private final Bodies bodies = new Bodies();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong remembered = new AtomicLong();
    private final TrafficMeter meter = new TrafficMeter();
    private final CallCounts calls = new CallCounts();
    private final ConcurrentMap<String, Journal> byWorld = new ConcurrentHashMap<>();
    private final Optional<JournalLog> log;
    private final AtomicLong names = new AtomicLong();
    private final NamedRequests named = new NamedRequests();

    /** Journals of a given length that tell nobody. */
    public Journals(int perWorld) {
        this(perWorld, JournalListener.NOBODY);
    }

    /**
     * Journals of a given length, together at most a sixteenth of the heap; what findings are drawn from takes as much
     * again.
     *
     * @param perWorld entries kept per world; 0 keeps none
     * @param listener told of requests and findings
     */
    public Journals(int perWorld, JournalListener listener) {
        this(perWorld, Runtime.getRuntime().maxMemory() / MEMORY_SHARE, listener, Optional.empty());
    }

    /**
     * The same, of worlds that several servers share.
     *
     * @param log what they all append to, and what comes back by {@link #take}
     */
    public Journals(int perWorld, JournalListener listener, JournalLog log) {
        this(perWorld, Runtime.getRuntime().maxMemory() / MEMORY_SHARE, listener, Optional.of(log));
    }

    Journals(int perWorld, long maxWeight) {
        this(perWorld, maxWeight, JournalListener.NOBODY, Optional.empty());
    }

    private Journals(int perWorld, long maxWeight, JournalListener listener, Optional<JournalLog> log) {
        this.log = log;
        this.perWorld = perWorld;
        this.listener = listener;
        this.maxWeight = maxWeight;
        this.maxRemembered = Math.max(LEAST_REMEMBERED, maxWeight / REMEMBERED_BYTES);
    }

    /**
     * Adds an entry and returns its number in its world; where several servers share the world, a name for it that the
     * later steps take instead.
     */
    public long add(String world, RequestRecord entry) {
        meter.answered(entry);
        if (log.isPresent()) {
            var name = names.incrementAndGet();
            log.get().append(new JournalNote.Added(world, name, entry));
            return name;
        }
        return keep(world, opened(world).add(entry), entry);
    }

    /** Takes down what was changed of a world by hand. */
    public void changed(String world, ControlChange change) {
        if (perWorld > 0 && weight.addAndGet(opened(world).changed(change)) > maxWeight) {
            shrink();
        }
    }

    private long keep(String world, Journal.Added added, RequestRecord entry) {
        if (weight.addAndGet(added.weight()) > maxWeight) {
            shrink();
        }
        if (listener.awake()) {
            listener.added(world, entry.numbered(added.n()));
        }
        return added.n();
    }

    /** Lets a world's findings take note of a request. */
    public void see(String world, ClientEvent event) {
        calls.count(event.endpoint(), event.job().model());
        if (log.isPresent()) {
            log.get().append(new JournalNote.Seen(world, event));
            return;
        }
        remember(opened(world).engine().see(event));
    }

    /** Lets a world's findings take note that the client had hung up before the reply to a request seen before. */
    public void lose(String world, ClientEvent event) {
        if (log.isPresent()) {
            log.get().append(new JournalNote.Lost(world, event));
            return;
        }
        of(world).ifPresent(journal -> remember(journal.engine().lose(event)));
    }

    /**
     * Lets a world's findings take note that a download, which a request seen before began, has ended.
     *
     * @param of how many bytes its reply had
     */
    public void end(String world, ClientEvent event, Download download, long of) {
        if (log.isPresent()) {
            log.get().append(new JournalNote.Ended(world, event, download, of));
            return;
        }
        of(world).ifPresent(journal -> remember(journal.engine().end(event, download)));
    }

    /** Takes a note that comes back from the log. */
    public void take(String server, long n, JournalNote note) {
        var world = note.world();
        if (note instanceof JournalNote.Added added) {
            named.put(server, added.named(), n);
            keep(world, opened(world).add(added.entry(), n), added.entry());
        } else if (note instanceof JournalNote.Seen seen) {
            remember(opened(world).engine().see(numbered(server, seen.event())));
        } else if (note instanceof JournalNote.Lost lost) {
            of(world).ifPresent(journal -> remember(journal.engine().lose(numbered(server, lost.event()))));
        } else if (note instanceof JournalNote.Ended ended) {
            of(world).ifPresent(journal -> end(journal, numbered(server, ended.event()), ended));
        } else if (note instanceof JournalNote.Dropped) {
            forget(world);
        }
    }

    private ClientEvent numbered(String server, ClientEvent event) {
        return event.numbered(named.number(server, event.n()));
    }

    private void end(Journal journal, ClientEvent event, JournalNote.Ended ended) {
        journal.numbered(event.n())
                .filter(entry -> entry.sent().isStreamed())
                .ifPresent(entry -> entry.sent().ended(ended.download().sent(), ended.of()));
        remember(journal.engine().end(event, ended.download()));
    }

    /** Waits until what other servers have taken down by now is here; does nothing where there are none. */
    public void catchUp() {
        log.ifPresent(JournalLog::catchUp);
    }

    private void remember(int more) {
        if (more > 0 && remembered.addAndGet(more) > maxRemembered) {
            forget();
        } else if (more < 0) {
            remembered.addAndGet(more);
        }
    }

    /** The journal of a world, made if it has none. */
    public Journal opened(String world) {
        var journal = byWorld.get(world);
        return journal != null ? journal : byWorld.computeIfAbsent(world, id -> new Journal(perWorld, engine(id)));
    }

    private FindingsEngine engine(String world) {
        return new FindingsEngine(finding -> {
            meter.found(finding);
            if (listener.awake()) {
                listener.found(world, finding);
            }
        });
    }

    /** The request whose reply carried this {@code CF-RAY}, with the id of its world, as long as it is kept. */
    public Optional<Map.Entry<String, RequestRecord>> withRay(String ray) {
        return byWorld.entrySet().stream()
                .flatMap(journal ->
                        journal.getValue().withRay(ray).stream().map(entry -> Map.entry(journal.getKey(), entry)))
                .findFirst();
    }

    public Optional<Journal> of(String world) {
        return Optional.ofNullable(byWorld.get(world));
    }

    public void drop(String world) {
        log.ifPresent(shared -> shared.append(new JournalNote.Dropped(world)));
        forget(world);
    }

    private void forget(String world) {
        var gone = byWorld.remove(world);
        if (gone != null) {
            weight.addAndGet(-gone.weight());
            remembered.addAndGet(-gone.engine().size());
        }
    }

    /** What all of them have come to, dropped ones included. */
    public TrafficMeter meter() {
        return meter;
    }

    /** What was called, requests of dropped journals included. */
    public CallCounts calls() {
        return calls;
    }

    /** How bodies are kept. */
    public Bodies bodies() {
        return bodies;
    }

    long weight() {
        return weight.get();
    }

    long remembered() {
        return remembered.get();
    }

    /** The worlds of which most is remembered forget half, until an eighth of the memory is free. */
    private synchronized void forget() {
        var largestFirst = byWorld.values().stream()
                .map(journal -> new Sized<>(journal.engine(), journal.engine().size()))
                .sorted()
                .toList();
        for (var world : largestFirst) {
            if (remembered.get() <= maxRemembered - maxRemembered / 8) {
                return;
            }
            remembered.addAndGet(-world.of().halve());
        }
    }

    /** The largest journals give up their older halves until an eighth of the memory is free. */
    private synchronized void shrink() {
        var largestFirst = byWorld.values().stream()
                .map(journal -> new Sized<>(journal, journal.weight()))
                .sorted()
                .toList();
        for (var world : largestFirst) {
            if (weight.get() <= maxWeight - maxWeight / 8) {
                return;
            }
            weight.addAndGet(-world.of().halve());
        }
    }

    /** A thing by what it takes, the largest first; measured once, since sorting needs it to stand still. */
    private record Sized<T>(T of, long size) implements Comparable<Sized<T>> {
        @Override
        public int compareTo(Sized<T> other) {
            return Long.compare(other.size, size);
        }
    }
}
