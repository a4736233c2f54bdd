package dev.venicesim.event;

import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Listener on one connection: it is given what it has not had yet, whenever it has read what it was given. */
final class Listener implements Content.Audience {

    private static final int BATCH = 256;
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventLog log;
    private final Content.Sink sink;
    private final Predicate<String> world;
    private final long after;
    private long position;
    private long gap;

    Listener(EventLog log, Content.Sink sink, Predicate<String> world, long after) {
        this.log = log;
        this.sink = sink;
        this.world = world;
        this.after = after;
    }

    /** Starts after the last event it has, or with the next; one that comes from another time has a gap. */
    synchronized void begin(long first, long last) {
        var known = after >= first - 1 && after <= last;
        position = known ? after : last;
        gap = known || after < 0 ? 0 : Math.max(1, last - after);
        sink.send(("retry: 1000\nid: " + position + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Gives the listener what it has not had, and says whether there is more than it was given. */
    synchronized boolean deliver() {
        if (!sink.idle()) {
            return false;
        }
        var batch = log.after(position, BATCH);
        var bytes = new ByteArrayOutputStream();
        gap += batch.missed();
        if (gap > 0) {
            var id = position + batch.missed();
            bytes.writeBytes(Event.frame(id, "gap", Json.object().put("missed", gap)));
            gap = 0;
        }
        position += batch.missed() + batch.events().size();
        for (var event : batch.events()) {
            if (world.test(event.world())) {
                synchronized (event) {
                    bytes.writeBytes(event.bytes());
                }
            }
        }
        if (bytes.size() > 0) {
            sink.send(bytes.toByteArray());
        }
        return position < batch.last();
    }

    void heartbeat() {
        if (sink.idle()) {
            sink.send(HEARTBEAT);
        }
    }

    void end() {
        sink.end();
    }

    @Override
    public void ready() {
        log.deliverSoon();
    }

    @Override
    public void gone() {
        log.left(this);
    }
}
