package dev.venicesim.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * How much memory large request bodies may take together. A body that does not fit waits, unread, for its turn; first come, first served.
 */
final class BodyBudget {

    /** Called when the memory is there, on the thread that gave it back. */
    interface Waiter {
        void granted();
    }

    private record Waiting(long bytes, Waiter waiter) {}

    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final long total;
    private long free;

    BodyBudget(long bytes) {
        this.total = bytes;
        this.free = bytes;
    }

    /** What bodies may take together. */
    long total() {
        return total;
    }

    /** Two fifths of the heap, and at least one body of the largest size. */
    static BodyBudget ofHeap(long largestBody) {
        return new BodyBudget(Math.max(largestBody, Runtime.getRuntime().maxMemory() / 5 * 2));
    }

    /** Takes the memory now, or calls the waiter later; returns whether it was taken now. */
    synchronized boolean acquire(long bytes, Waiter waiter) {
        if (queue.isEmpty() && bytes <= free) {
            free -= bytes;
            return true;
        }
        queue.add(new Waiting(bytes, waiter));
        return false;
    }

    /** Gives up waiting; returns false if the memory was granted already. */
    synchronized boolean cancel(Waiter waiter) {
        return queue.removeIf(waiting -> waiting.waiter() == waiter);
    }

    void release(long bytes) {
        for (var waiter : give(bytes)) {
            waiter.granted();
        }
    }

    private synchronized List<Waiter> give(long bytes) {
        free += bytes;
        var granted = new ArrayList<Waiter>();
        for (var next = queue.peek(); next != null && next.bytes() <= free; next = queue.peek()) {
            queue.remove();
            free -= next.bytes();
            granted.add(next.waiter());
        }
        return granted;
    }
}
