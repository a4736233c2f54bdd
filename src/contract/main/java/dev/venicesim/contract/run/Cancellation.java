package dev.venicesim.contract.run;

import dev.venicesim.time.Pause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish to end a run, and the pause that hears it: a wait ends at once, a call that is under way does not, so
 * that no job is queued whose id never arrives. Once the wish is heeded waits are whole again, for cleaning up needs
 * them. Thread-safe.
 */
public final class Cancellation implements Pause {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Pause pause;
    private volatile boolean heeded;

    /**
     * @param pause waits once the wish is heeded
     */
    public Cancellation(Pause pause) {
        this.pause = pause;
    }

    /** From any thread: the run is to end. */
    public void ask() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    void heed() {
        heeded = true;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (heeded) {
            pause.sleep(duration);
        } else if (asked.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("asked to stop");
        }
    }
}
