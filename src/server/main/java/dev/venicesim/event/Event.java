package dev.venicesim.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Event of a world, written when the first listener wants it and once for all of them.
 */
final class Event {

    private final long id;
    private final String type;
    private final String world;
    private @Nullable Supplier<ObjectNode> data;
    private byte @Nullable [] written;

    Event(long id, String type, String world, Supplier<ObjectNode> data) {
        this.id = id;
        this.type = type;
        this.world = world;
        this.data = data;
    }

    long id() {
        return id;
    }

    String world() {
        return world;
    }

    /** The event as {@code text/event-stream} has it; asked by one thread at a time. */
    byte[] bytes() {
        var source = data;
        if (written == null && source != null) {
            var json = source.get().put("world", world);
            written = frame(id, type, json);
            data = null;
        }
        return written == null ? new byte[0] : written;
    }

    static byte[] frame(long id, String type, ObjectNode json) {
        var head = "id: " + id + "\nevent: " + type + "\ndata: ";
        return (head + new String(Json.bytes(json), StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
