package dev.venicesim.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reader of a request's body that does not block: it counts bytes while they come, bounds them, takes memory as they
 * come, and keeps deadlines. What a client announces takes no memory; once {@link #SMALL} bytes are there, the rest of
 * a large body is reserved in one piece, and whoever then sends next to nothing while others wait for memory loses it.
 * Undertow's own receiver answers a chunked overflow with a bare reset, which no client can read.
 */
final class BodyReader {

    /** Bodies up to this size are handled on the I/O thread. */
    static final int SMALL = 64 * 1024;

    /** The first buffer, which no budget counts: a connection costs more. */
    private static final int FIRST = 2048;

    private static final int WINDOW = 64 * 1024;
    /** What a large body has to bring between two looks at its pace; those that keep their deadline bring more. */
    private static final int LEAST_BYTES = 256 * 1024;

    private static final byte[] EMPTY = new byte[0];

    private final HttpServerExchange exchange;
    private final BodyFraming framing;
    private final BodyLimits limits;
    private final BodyBudget budget;
    private final BodyReceiver receiver;
    private final BodyLease lease;
    private final BodyTimers timers;
    private byte[] body = EMPTY;
    private long declared = -1;
    private int size;
    private int sizeBefore;
    private boolean large;
    private boolean inviting;
    private @Nullable StreamSourceChannel channel;

    private BodyReader(
            HttpServerExchange exchange,
            BodyFraming framing,
            BodyLimits limits,
            BodyBudget budget,
            BodyReceiver receiver) {
        this.exchange = exchange;
        this.framing = framing;
        this.limits = limits;
        this.budget = budget;
        this.receiver = receiver;
        this.lease = new BodyLease(exchange, budget);
        this.timers = new BodyTimers(exchange.getIoThread());
    }

    static void read(HttpServerExchange exchange, BodyLimits limits, BodyBudget budget, BodyReceiver receiver) {
        var framing = BodyFraming.of(exchange);
        if (framing.isBroken()) {
            receiver.malformed(exchange);
            return;
        }
        if (exchange.isRequestComplete()) {
            receiver.received(exchange, EMPTY);
            return;
        }
        new BodyReader(exchange, framing, limits, budget, receiver).start();
    }

    private void start() {
        declared = exchange.getRequestContentLength();
        if (declared > limits.maxBytes()) {
            receiver.tooLarge(exchange, this::discard);
            return;
        }
        body = new byte[declared < 0 ? FIRST / 2 : (int) Math.min(declared, FIRST)];
        invite();
    }

    /** Asks the budget for room, then goes on with a buffer of the given size. */
    private void becomeLarge(int reserve, int capacity) {
        large = true;
        var waiter = new BodyBudget.Waiter() {
            @Override
            public void granted() {
                exchange.getIoThread().execute(() -> inExchange(ignored -> hold(reserve, capacity)));
            }
        };
        if (budget.acquire(reserve, waiter)) {
            hold(reserve, capacity);
            return;
        }
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {});
        timers.deadline(limits.waitMillis(), () -> {
            if (budget.cancel(waiter)) {
                inExchange(waited -> refuse(receiver::noRoom));
            }
        });
    }

    private void hold(int reserve, int capacity) {
        timers.disarm();
        lease.hold(reserve);
        try {
            body = Arrays.copyOf(body, capacity);
        } catch (OutOfMemoryError e) {
            refuse(receiver::noRoom);
            return;
        }
        lease.returnSmall();
        watchPace();
        drain(channel());
    }

    /** Who holds memory that others wait for, and sends next to nothing, holds it no longer. */
    private void watchPace() {
        sizeBefore = size;
        timers.pace(limits.paceMillis(), () -> {
            if (!lease.holdsLarge()) {
                return;
            }
            if (!budget.isWanted() || size - sizeBefore >= LEAST_BYTES) {
                watchPace();
                return;
            }
            channel().suspendReads();
            inExchange(slow -> refuse(receiver::noRoom));
        });
    }

    /** A refusal for which the body's memory is given back before its sender has been told. */
    private void refuse(BiConsumer<HttpServerExchange, Runnable> answer) {
        timers.disarm();
        body = EMPTY;
        lease.returnAll();
        answer.accept(exchange, this::discard);
    }

    /** Tells a client that waits for it to go on, then reads. */
    private void invite() {
        if (!HttpContinue.requiresContinueResponse(exchange)) {
            drain(channel());
            return;
        }
        timers.arrival(limits.arriveMillis(), this::abandon);
        inviting = true;
        HttpContinue.sendContinueResponse(exchange, new IoCallback() {
            @Override
            public void onComplete(HttpServerExchange same, Sender sender) {
                // mostly inside the call below: a call in that call would leave the outer one to end the exchange under
                // a worker
                if (inviting) {
                    drain(channel());
                } else {
                    inExchange(ignored -> drain(channel()));
                }
            }

            @Override
            public void onException(HttpServerExchange same, Sender sender, IOException e) {
                abandon();
            }
        });
        inviting = false;
    }

    /** An exchange gives it out once only. */
    private StreamSourceChannel channel() {
        if (channel == null) {
            channel = exchange.getRequestChannel();
        }
        return channel;
    }

    /** Reads what is there; comes back when there is more. */
    private void drain(StreamSourceChannel channel) {
        try {
            for (var read = 0; read >= 0 && size != declared; ) {
                if (size == body.length && !grow()) {
                    return;
                }
                read = BodyFraming.read(channel, window());
                if (framing.isBroken()) {
                    timers.disarm();
                    receiver.malformed(exchange);
                    return;
                }
                if (read == 0) {
                    await(channel);
                    return;
                }
                size += Math.max(read, 0);
            }
            timers.disarm();
            receiver.received(exchange, size == body.length ? body : Arrays.copyOf(body, size));
        } catch (IOException e) {
            abandon();
        }
    }

    /** Waits for more. */
    private void await(StreamSourceChannel channel) {
        timers.arrival(limits.arriveMillis(), this::abandon);
        channel.getReadSetter().set((ChannelListener<StreamSourceChannel>) ready -> {
            ready.suspendReads();
            inExchange(ignored -> drain(ready));
        });
        channel.resumeReads();
    }

    /** Room for more; false if the reading goes on elsewhere or ended. */
    private boolean grow() {
        if (size > limits.maxBytes()) {
            refuse(receiver::tooLarge);
            return false;
        }
        var most = declared < 0 ? limits.maxBytes() + 1 : (int) declared;
        if (large) {
            body = Arrays.copyOf(body, (int) Math.min(most, size * 2L));
            return true;
        }
        if (size < SMALL) {
            return growSmall(Math.min(most, Math.min(SMALL, size * 2)));
        }
        timers.disarm();
        if (declared < 0) {
            becomeLarge((int) Math.min(budget.total(), 2L * limits.maxBytes()), SMALL * 4);
        } else {
            becomeLarge(most, most);
        }
        return false;
    }

    private boolean growSmall(int capacity) {
        var more = capacity - body.length;
        if (!lease.takeSmall(more)) {
            refuse(receiver::noRoom);
            return false;
        }
        body = Arrays.copyOf(body, capacity);
        return true;
    }

    private ByteBuffer window() {
        return ByteBuffer.wrap(body, size, Math.min(WINDOW, body.length - size));
    }

    private void discard() {
        if (HttpContinue.requiresContinueResponse(exchange)) {
            exchange.endExchange();
            return;
        }
        BodyDiscard.of(exchange, channel());
    }

    private void abandon() {
        timers.disarm();
        IoUtils.safeClose(exchange.getConnection());
    }

    private void inExchange(HttpHandler handler) {
        Connectors.executeRootHandler(handler, exchange);
    }
}
