package dev.venicesim.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory that request bodies may take together. A large body that does not fit waits, unread past its beginning, for
 * its turn; first come, first served. Small bodies and the beginnings of large ones have a part of their own, for which
 * nobody waits: so one who waits keeps nothing from those that are waited for.
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
    private long freeForSmall;

    /**
     * A budget.
     *
     * @param bytes of all large bodies
     * @param small bytes of all small ones
     */
    BodyBudget(long bytes, long small) {
        this.total = bytes;
        this.free = bytes;
        this.freeForSmall = small;
    }

    /** What large bodies may take together. */
    long total() {
        return total;
    }

    /** Two fifths of the heap, and at least one body of the largest size; an eighth for small ones. */
    static BodyBudget ofHeap(long largestBody) {
        var heap = Runtime.getRuntime().maxMemory();
        return new BodyBudget(Math.max(largestBody, heap / 5 * 2), heap / 8);
    }

    /** Takes memory for a small body, if there is so much. */
    synchronized boolean takeSmall(long bytes) {
        if (bytes > freeForSmall) {
            return false;
        }
        freeForSmall -= bytes;
        return true;
    }

    synchronized long free() {
        return free;
    }

    synchronized long freeForSmall() {
        return freeForSmall;
    }

    synchronized void releaseSmall(long bytes) {
        freeForSmall += bytes;
    }

    /** Whether a large body waits for memory that others hold. */
    synchronized boolean isWanted() {
        return !queue.isEmpty();
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
