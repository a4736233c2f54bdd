package dev.venicesim.store;

import dev.venicesim.world.StoreAwayException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** Executor of changes that nobody waits for: one that finds the store away is carried out once it is back. */
final class PatientExecutor implements Executor {

    /** So many wait for a store that is away; older ones are let go of. */
    private static final int MOST_WAITING = 10_000;

    private final Executor workers;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    PatientExecutor(Executor workers) {
        this.workers = workers;
    }

    @Override
    public void execute(Runnable change) {
        workers.execute(() -> {
            try {
                change.run();
            } catch (StoreAwayException e) {
                postpone(change);
            }
        });
    }

    private void postpone(Runnable change) {
        synchronized (waiting) {
            waiting.add(change);
            if (waiting.size() > MOST_WAITING) {
                waiting.remove();
            }
        }
    }

    /** Tries again what found the store away. */
    void goOn() {
        List<Runnable> again;
        synchronized (waiting) {
            again = new ArrayList<>(waiting);
            waiting.clear();
        }
        again.forEach(this::execute);
    }
}
