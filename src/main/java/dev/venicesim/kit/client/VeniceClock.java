package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.time.Durations;
import java.time.Duration;
import java.time.Instant;

/** A world's clock: it goes forward only. Every method that moves it returns what it shows then. */
public final class VeniceClock {

    private final VeniceWorld world;

    VeniceClock(VeniceWorld world) {
        this.world = world;
    }

    public Instant now() {
        return Instant.parse(world.read("/clock").path("now").asText());
    }

    /** Moves it forward. */
    public Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException(
                    "clock().advance(" + step
                            + ") would set the clock back; a world's clock goes forward only, so give a positive step or use another world");
        }
        return move(Json.object().put("advance", step.toString()));
    }

    /** Moves it forward by a duration such as {@code 40s}. */
    public Instant advance(String step) {
        return advance(Durations.parse(step));
    }

    /**
     * Sets it to a later instant.
     *
     * @throws ControlException if it shows a later one already
     */
    public Instant set(Instant instant) {
        return move(Json.object().put("at", instant.toString()));
    }

    /** Stops it. Job times, limits and expiry then wait for {@link #advance}. */
    public Instant freeze() {
        return move(Json.object().put("frozen", true));
    }

    public Instant unfreeze() {
        return move(Json.object().put("frozen", false));
    }

    /** World seconds per real second. */
    public Instant scale(double scale) {
        return move(Json.object().put("scale", scale));
    }

    /** Moves it to the next thing due: a job's end, or an expiry. Stays where it is if there is none. */
    public Instant next() {
        return move(Json.object().put("next", true));
    }

    private Instant move(ObjectNode how) {
        return Instant.parse(world.change("PATCH", "/clock", how).path("now").asText());
    }
}
