package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Bound on what WireMock's journal holds. It counts requests, whose bodies may be 35 MiB each; this counts bytes, and
 * lets the eldest go.
 */
final class JournalMemory implements ServeEventListener {

    private static final int HEAP_SHARE = 32;

    /** What an entry takes besides its bodies. */
    private static final int ENTRY = 2048;

    private final long most;
    private final Consumer<UUID> forget;
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private long bytes;

    private record Kept(UUID event, long bytes) {}

    JournalMemory(long most, Consumer<UUID> forget) {
        this.most = most;
        this.forget = forget;
    }

    static JournalMemory ofHeap(Consumer<UUID> forget) {
        return new JournalMemory(Runtime.getRuntime().maxMemory() / HEAP_SHARE, forget);
    }

    @Override
    public String getName() {
        return "venice-sim-journal-memory";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        note(
                event.getId(),
                ENTRY
                        + length(event.getRequest().getBody())
                        + (event.getResponse() == null
                                ? 0
                                : length(event.getResponse().getBody())));
    }

    void note(UUID event, long size) {
        eldest(event, size).forEach(forget);
    }

    /** Those that have to go for it; an event that is noted again counts twice, on the safe side. */
    private synchronized List<UUID> eldest(UUID event, long size) {
        kept.add(new Kept(event, size));
        bytes += size;
        var gone = new ArrayList<UUID>();
        while (bytes > most && !kept.isEmpty()) {
            var eldest = kept.remove();
            bytes -= eldest.bytes();
            gone.add(eldest.event());
        }
        return gone;
    }

    private static int length(byte[] body) {
        return body == null ? 0 : body.length;
    }
}
