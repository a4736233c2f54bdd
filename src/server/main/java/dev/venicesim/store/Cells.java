package dev.venicesim.store;

import dev.venicesim.time.TimeSource;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore.Page;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Cells that this process has asked for, and how they are brought up to date. */
final class Cells {

    private final ConcurrentMap<String, Cell> byName = new ConcurrentHashMap<>();
    private final TimeSource time = TimeSource.system();
    private final PostgresConnections connections;
    private final StateForm form;

    Cells(PostgresConnections connections, StateForm form) {
        this.connections = connections;
        this.form = form;
    }

    /** By a clock that never goes back. */
    long nanos() {
        return time.nanos();
    }

    Cell of(StateKey<?> key) {
        return named(Cell.of(key));
    }

    Cell named(String name) {
        var cell = byName.get(name);
        return cell != null ? cell : byName.computeIfAbsent(name, Cell::new);
    }

    /** The versions from which cells have to be asked for. */
    Map<Cell, Long> since(Collection<Cell> asked) {
        var since = new LinkedHashMap<Cell, Long>();
        var now = nanos();
        asked.forEach(cell -> since.put(cell, cell.base(now)));
        return since;
    }

    void apply(Map<Cell, Long> since, Map<String, List<ChangedRow>> changes) {
        since.forEach((cell, from) -> {
            var rows = changes.get(cell.name());
            if (rows != null) {
                cell.apply(from, rows, form);
            }
        });
    }

    /** Brings cells up to date, in one round trip. */
    void refresh(List<Cell> asked) {
        asked.forEach(Cell::awaitClosing);
        var since = since(asked);
        var begun = connections.begin(session -> session.changes(since));
        connections.give(begun.session());
        apply(since, begun.result());
    }

    /** Rows of the server's values of a kind, the last id first. */
    List<ChangedRow> serverValues(StateKind<?> kind, Page page) {
        var begun = connections.begin(session -> session.serverValues(Cell.all(kind), page.offset(), page.limit()));
        connections.give(begun.session());
        return begun.result();
    }

    /** Forgets cells that nobody has asked for lately. */
    void forget() {
        var now = nanos();
        byName.values().removeIf(cell -> cell.isForgotten(now));
    }
}
