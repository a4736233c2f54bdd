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
 */
record Awaited(String what, Supplier<Optional<Instant>> due, BooleanSupplier done) {

    boolean isOver(Instant now) {
        return done.getAsBoolean() || due.get().filter(at -> !at.isAfter(now)).isPresent();
    }

    @Override
    public String toString() {
        return "waits " + what + due.get().map(at -> ", until " + at).orElse("");
    }
}
