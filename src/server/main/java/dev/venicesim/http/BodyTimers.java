package dev.venicesim.http;

import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/** Timers of a body that is being read, all on the I/O thread of its connection. */
final class BodyTimers {

    private static final XnioExecutor.Key NONE = () -> false;

    private final XnioExecutor thread;
    private XnioExecutor.Key deadline = NONE;
    private XnioExecutor.Key pace = NONE;

    BodyTimers(XnioExecutor thread) {
        this.thread = thread;
    }

    /** By when the body has to be there; a body that is there when its request is needs none. Set once. */
    void arrival(long millis, Runnable late) {
        if (deadline == NONE) {
            deadline(millis, late);
        }
    }

    /** By when what it waits for has to come. */
    void deadline(long millis, Runnable late) {
        deadline = after(millis, late);
    }

    /** When its pace is looked at next. */
    void pace(long millis, Runnable look) {
        pace = after(millis, look);
    }

    /** Takes deadline and pace away. */
    void disarm() {
        deadline.remove();
        deadline = NONE;
        pace.remove();
        pace = NONE;
    }

    private XnioExecutor.Key after(long millis, Runnable task) {
        return thread.executeAfter(task, millis, TimeUnit.MILLISECONDS);
    }
}
