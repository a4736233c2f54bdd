package dev.venicesim.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Watch over the preface of HTTP/2, of which Undertow waits for the rest without a limit, also when the client has ended
 * what it sends. It looks at a connection's first bytes alone.
 */
final class PrefaceWatch extends AbstractStreamSourceConduit<StreamSourceConduit> {

    /** How it begins; no method of HTTP/1.1 does. */
    private static final byte[] BEGINNING = {'P', 'R', 'I', ' '};

    private static final int LENGTH = 24;
    private static final int PATIENCE_SECONDS = 10;

    private final StreamConnection connection;
    private int seen;
    private boolean timed;
    private boolean over;

    private PrefaceWatch(StreamSourceConduit next, StreamConnection connection) {
        super(next);
        this.connection = connection;
    }

    static void over(StreamConnection connection) {
        var source = connection.getSourceChannel();
        source.setConduit(new PrefaceWatch(source.getConduit(), connection));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (over) {
            return super.read(target);
        }
        var from = target.position();
        var read = super.read(target);
        look(target, from, read);
        return read;
    }

    private void look(ByteBuffer target, int from, int read) {
        for (int i = 0; i < read && !over; i++) {
            over = (seen < BEGINNING.length && target.get(from + i) != BEGINNING[seen]) || ++seen == LENGTH;
        }
        if (over) {
            return;
        }
        if (read < 0) {
            over = true;
            closeUnlessWhole();
        } else if (seen >= BEGINNING.length && !timed) {
            timed = true;
            connection.getIoThread().executeAfter(this::closeUnlessWhole, PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void closeUnlessWhole() {
        if (seen >= BEGINNING.length && seen < LENGTH) {
            connection.getIoThread().execute(() -> IoUtils.safeClose(connection));
        }
    }
}
