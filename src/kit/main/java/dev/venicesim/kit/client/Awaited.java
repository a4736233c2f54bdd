package dev.venicesim.kit.client;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Wait of a thread by a world's clock.
 *
 * @param what in words that go on after "waits"
 * @param due from when on it waits no longer; nothing if time alone does not end it
 * @param done whether it has come to pass, whatever the time
 * @param deadline whether the thread gives up at that instant, so that what others do at the same instant still counts
 */
record Awaited(String what, Supplier<Optional<Instant>> due, BooleanSupplier done, boolean deadline) {

    static Awaited instant(String what, Supplier<Optional<Instant>> due, BooleanSupplier orUntil) {
        return new Awaited(what, due, orUntil, false);
    }

    static Awaited deadline(String what, Optional<Instant> due, BooleanSupplier done) {
        return new Awaited(what, () -> due, done, true);
    }

    boolean isDone() {
        return done.getAsBoolean();
    }

    boolean isDue(Instant now) {
        return due.get().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Whether it ends at this instant, whatever else is done at it. */
    boolean isOver(Instant now) {
        return isDone() || (!deadline && isDue(now));
    }

    @Override
    public String toString() {
        return "waits " + what + due.get().map(at -> ", until " + at).orElse("");
    }
}
