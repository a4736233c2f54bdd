package dev.venicesim.service;

import dev.venicesim.metric.DurationHistogram;
import dev.venicesim.time.TimeSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** Meter of how long replies wait for their store since the process began, and of how often it failed them. */
public final class StoreMeter {

    private final TimeSource time;
    private final DurationHistogram waits = new DurationHistogram();
    private final LongAdder failures = new LongAdder();

    public StoreMeter(TimeSource time) {
        this.time = time;
    }

    /** The same stage, whose end is taken down. */
    CompletionStage<Void> watch(CompletionStage<Void> written) {
        var begun = time.nanos();
        return written.whenComplete((done, failure) -> {
            waits.observe((time.nanos() - begun) / 1000);
            if (failure != null) {
                failures.increment();
            }
        });
    }

    /** How long replies waited; those that waited for nothing are not among them. */
    public DurationHistogram waits() {
        return waits;
    }

    /** How many replies became 503, since what they tell could not be kept. */
    public long failures() {
        return failures.sum();
    }
}
