package dev.venicesim;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Executor that has others run its tasks, one after another, for what would take too much of everything at once. */
final class InTurn implements Executor {

    private final Executor workers;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();

    InTurn(Executor workers) {
        this.workers = workers;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (left.getAndIncrement() == 0) {
            workers.execute(this::next);
        }
    }

    private void next() {
        try {
            waiting.remove().run();
        } finally {
            if (left.decrementAndGet() > 0) {
                workers.execute(this::next);
            }
        }
    }
}
