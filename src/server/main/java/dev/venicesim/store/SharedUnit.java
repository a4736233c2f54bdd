package dev.venicesim.store;

import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore.Page;
import dev.venicesim.world.UnitOfWork;
import dev.venicesim.world.WorldRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Unit of work over a shared store. It sits over one cell at a time, so that no two units wait for each other; what it
 * has read of other cells it does not ask for again. For one thread.
 */
final class SharedUnit implements UnitOfWork {

    private final Cells cells;
    private final Sittings sittings;
    private final boolean changing;
    private final Set<Cell> fresh = new HashSet<>();
    private @Nullable Sitting sitting;

    /** A unit that, if it is a changing one, sits down over the first world that it reads. */
    SharedUnit(Cells cells, Sittings sittings, boolean changing) {
        this.cells = cells;
        this.sittings = sittings;
        this.changing = changing;
    }

    /** Reads what a credential leads to, and sits down there if this process knew it before. */
    void lead(StateKey<String> credential) {
        var known = cells.of(credential);
        var nobody = cells.named(WorldRegistry.ANONYMOUS);
        var guess = known.find(credential.kind().name(), credential.id()).map(String.class::cast);
        if (guess.isEmpty() || !changing) {
            refresh(List.of(nobody, known));
            return;
        }
        sitDown(cells.named(guess.get()), List.of(nobody, known));
        if (!known.find(credential.kind().name(), credential.id()).equals(guess.map(Object.class::cast))) {
            leave();
        }
    }

    <V> Optional<V> find(Cell cell, StateKey<V> key) {
        var open = toRead(cell);
        return open.isPresent()
                ? open.get().find(key)
                : cell.find(key.kind().name(), key.id()).map(key.kind().type()::cast);
    }

    <V> List<V> list(Cell cell, StateKind<V> kind, Page page) {
        var open = toRead(cell);
        return open.isPresent() ? open.get().list(kind, page) : cell.list(kind, Map.of(), page);
    }

    <V> SortedMap<String, V> entries(Cell cell, StateKind<V> kind) {
        var open = toRead(cell);
        return open.isPresent() ? open.get().entries(kind) : cell.entries(kind, Map.of());
    }

    <V> Optional<V> eldest(Cell cell, StateKind<V> kind) {
        var open = toRead(cell);
        return open.isPresent() ? open.get().eldest(kind) : cell.eldest(kind, Map.of());
    }

    /** The sitting, if it is over this cell; otherwise the cell is up to date by then. */
    private Optional<Sitting> toRead(Cell cell) {
        if (isOver(cell)) {
            return Optional.ofNullable(sitting);
        }
        if (fresh.contains(cell)) {
            return Optional.empty();
        }
        if (changing && sitting == null && !cell.isServer() && !cell.name().equals(WorldRegistry.ANONYMOUS)) {
            return Optional.of(over(cell));
        }
        refresh(List.of(cell));
        return Optional.empty();
    }

    private boolean isOver(Cell cell) {
        return sitting != null && sitting.cell() == cell;
    }

    /** The sitting over a cell; the one before, if it was over another, is left. */
    Sitting over(Cell cell) {
        var open = sitting;
        if (open != null && open.cell() == cell) {
            return open;
        }
        leave();
        return sitDown(cell, List.of());
    }

    private Sitting sitDown(Cell cell, List<Cell> others) {
        var open = sittings.take(cell, others);
        sitting = open;
        fresh.addAll(others);
        fresh.remove(cell);
        return open;
    }

    /** Leaves what it sits over, and waits until that is kept: what is read of it from now on is read elsewhere. */
    void leave() {
        var open = standUp();
        if (open != null && open.isTouched()) {
            try {
                open.done().join();
            } catch (CompletionException e) {
                throw Sittings.failure(e);
            }
        }
    }

    private @Nullable Sitting standUp() {
        var open = sitting;
        if (open != null) {
            sitting = null;
            fresh.add(open.cell());
            sittings.release(open);
        }
        return open;
    }

    void refresh(List<Cell> asked) {
        var stale = asked.stream()
                .filter(cell -> !isOver(cell) && !fresh.contains(cell))
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        if (sitting != null) {
            sittings.refresh(sitting, stale);
        } else {
            cells.refresh(stale);
        }
        fresh.addAll(stale);
    }

    @Override
    public Optional<CompletionStage<Void>> end() {
        var open = standUp();
        return open == null || !open.isLasting() ? Optional.empty() : Optional.of(open.done());
    }
}
