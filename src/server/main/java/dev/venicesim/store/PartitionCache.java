package dev.venicesim.store;

import dev.venicesim.time.TimeSource;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Cache of the partitions that this process has asked for; it brings them up to date. */
final class PartitionCache {

    private final ConcurrentMap<String, Partition> byName = new ConcurrentHashMap<>();
    private final TimeSource time = TimeSource.system();
    private final PostgresConnections connections;
    private final StateForm form;

    PartitionCache(PostgresConnections connections, StateForm form) {
        this.connections = connections;
        this.form = form;
    }

    /**
     * The version that follows another one: the microsecond it is made in, so that versions go on where those before
     * them have been swept away.
     */
    long versionAfter(long version) {
        return Math.max(version + 1, ChronoUnit.MICROS.between(Instant.EPOCH, time.now()));
    }

    /** By a clock that never goes back. */
    long nanos() {
        return time.nanos();
    }

    Partition of(StateKey<?> key) {
        return named(Partition.of(key));
    }

    Partition named(String name) {
        var partition = byName.get(name);
        return partition != null ? partition : byName.computeIfAbsent(name, Partition::new);
    }

    /** The versions from which partitions have to be asked for. */
    Map<Partition, Long> since(Collection<Partition> asked) {
        var since = new LinkedHashMap<Partition, Long>();
        var now = nanos();
        asked.forEach(partition -> since.put(partition, partition.base(now)));
        return since;
    }

    void apply(Map<Partition, Long> since, Map<String, List<ChangedRow>> changes) {
        since.forEach((partition, from) -> {
            var rows = changes.get(partition.name());
            if (rows != null) {
                partition.apply(from, rows, form);
            }
        });
    }

    /** Brings partitions up to date, in one round trip. */
    void refresh(List<Partition> asked) {
        asked.forEach(Partition::awaitClosing);
        var since = since(asked);
        var begun = connections.begin(session -> session.changes(since));
        connections.give(begun.session());
        apply(since, begun.result());
    }

    /** Rows of the server's values of a kind, the last id first. */
    List<ChangedRow> serverValues(StateKind<?> kind, Page page) {
        var begun =
                connections.begin(session -> session.serverValues(Partition.all(kind), page.offset(), page.limit()));
        connections.give(begun.session());
        return begun.result();
    }

    /** Forgets partitions that nobody has asked for lately. */
    void forget() {
        var now = nanos();
        byName.values().removeIf(partition -> partition.isForgotten(now));
    }
}
