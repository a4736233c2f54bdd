package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.time.Instant;

/** Calls that read and move a world's clock. */
final class ClockCalls implements VirtualTime.Source {

    private static final int REFUSED = 400;

    private final WorldRegistration world;

    ClockCalls(WorldRegistration world) {
        this.world = world;
    }

    @Override
    public VirtualTime.Reading read() {
        return reading(world.read("/clock"));
    }

    @Override
    public VirtualTime.Reading share() {
        return change(Json.object().put("shared", true));
    }

    @Override
    public VirtualTime.Reading moveTo(Instant due) {
        try {
            return change(Json.object().put("at", due.toString()));
        } catch (ControlException e) {
            // somebody else may have moved it past that
            var shown = e.status() == REFUSED ? read() : new VirtualTime.Reading(Instant.MIN, false);
            if (shown.now().isBefore(due)) {
                throw e;
            }
            return shown;
        }
    }

    VirtualTime.Reading change(ObjectNode how) {
        return reading(world.change("PATCH", "/clock", how));
    }

    private static VirtualTime.Reading reading(JsonNode json) {
        return new VirtualTime.Reading(
                Instant.parse(json.path("now").asText()), json.path("shared").asBoolean());
    }
}
