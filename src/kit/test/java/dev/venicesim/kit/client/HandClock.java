package dev.venicesim.kit.client;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** World's clock without a world, that notes its moves. */
final class HandClock implements VirtualTime.Source {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Instant> moves = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;
    private final AtomicInteger timesShared = new AtomicInteger();

    List<Instant> moves() {
        return moves;
    }

    int timesShared() {
        return timesShared.get();
    }

    @Override
    public VirtualTime.Reading read() {
        return new VirtualTime.Reading(now, timesShared.get() > 0);
    }

    @Override
    public VirtualTime.Reading share() {
        timesShared.incrementAndGet();
        return read();
    }

    @Override
    public VirtualTime.Reading moveTo(Instant due) {
        if (due.isBefore(now)) {
            throw new AssertionError("back from " + now + " to " + due);
        }
        moves.add(due);
        now = due;
        return read();
    }
}
