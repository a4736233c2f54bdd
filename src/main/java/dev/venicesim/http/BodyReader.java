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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads a request's body without blocking: counted while it comes, bounded, within a memory budget past a size, and under a deadline. Undertow's own receiver
 * answers a chunked overflow with a bare reset, which no client can read.
 */
final class BodyReader {

    /** Bodies up to this size are handled on the I/O thread and cost no budget. */
    static final int SMALL = 64 * 1024;

    private static final int WINDOW = 64 * 1024;
    private static final long LINGER_MILLIS = 10_000;
    private static final long FRAMING_MILLIS = 2_000;
    private static final byte[] EMPTY = new byte[0];
    private static final XnioExecutor.Key NONE = () -> false;

    /** What becomes of a body. */
    interface Receiver {
        /** All of it, on the I/O thread inside the exchange's call. */
        void received(HttpServerExchange exchange, byte[] body);

        /** It is longer than allowed; whoever answers calls back once the reply is on its way, so that a client that is still sending comes to read it. */
        void tooLarge(HttpServerExchange exchange, Runnable replied);

        /** No memory for it within the deadline; likewise. */
        void noRoom(HttpServerExchange exchange, Runnable replied);

        /** What came is no chunk, and nothing more comes. */
        void malformed(HttpServerExchange exchange);
    }

    private final HttpServerExchange exchange;
    private final Limits limits;
    private final BodyBudget budget;
    private final Receiver receiver;
    private byte[] body = EMPTY;
    private long declared = -1;
    private int size;
    private boolean large;
    private boolean inviting;
    private @Nullable StreamSourceChannel channel;
    private XnioExecutor.Key deadline = NONE;
    private XnioExecutor.Key framing = NONE;

    /** Most bytes of a body, and how long it may take to arrive or to wait for memory. */
    record Limits(int maxBytes, long arriveMillis, long waitMillis) {}

    private BodyReader(HttpServerExchange exchange, Limits limits, BodyBudget budget, Receiver receiver) {
        this.exchange = exchange;
        this.limits = limits;
        this.budget = budget;
        this.receiver = receiver;
    }

    static void read(HttpServerExchange exchange, Limits limits, BodyBudget budget, Receiver receiver) {
        if (exchange.isRequestComplete()) {
            receiver.received(exchange, EMPTY);
            return;
        }
        new BodyReader(exchange, limits, budget, receiver).start();
    }

    private void start() {
        declared = exchange.getRequestContentLength();
        if (declared > limits.maxBytes()) {
            receiver.tooLarge(exchange, this::discard);
            return;
        }
        if (declared > SMALL) {
            becomeLarge((int) declared, (int) declared);
            return;
        }
        body = new byte[declared < 0 ? 1024 : (int) declared];
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
        deadline = exchange.getIoThread()
                .executeAfter(
                        () -> {
                            if (budget.cancel(waiter)) {
                                inExchange(waited -> receiver.noRoom(waited, this::discard));
                            }
                        },
                        limits.waitMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void hold(int reserve, int capacity) {
        disarm();
        exchange.addExchangeCompleteListener((ended, next) -> {
            body = EMPTY;
            budget.release(reserve);
            next.proceed();
        });
        try {
            body = Arrays.copyOf(body, capacity);
        } catch (OutOfMemoryError e) {
            receiver.noRoom(exchange, this::discard);
            return;
        }
        invite();
    }

    /** Tells a client that waits for it to go on, then reads. */
    private void invite() {
        if (!HttpContinue.requiresContinueResponse(exchange)) {
            drain(channel(), false);
            return;
        }
        arm();
        inviting = true;
        HttpContinue.sendContinueResponse(exchange, new IoCallback() {
            @Override
            public void onComplete(HttpServerExchange same, Sender sender) {
                // mostly inside the call below: a call in that call would leave the outer one to end the exchange under
                // a worker
                if (inviting) {
                    drain(channel(), false);
                } else {
                    inExchange(ignored -> drain(channel(), false));
                }
            }

            @Override
            public void onException(HttpServerExchange same, Sender sender, IOException e) {
                abandon();
            }
        });
        inviting = false;
    }

    /** A body that is there when its request is needs no deadline. */
    private void arm() {
        if (deadline == NONE) {
            deadline = exchange.getIoThread()
                    .executeAfter(
                            () -> IoUtils.safeClose(exchange.getConnection()),
                            limits.arriveMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void disarm() {
        deadline.remove();
        deadline = NONE;
    }

    /** An exchange gives it out once only. */
    private StreamSourceChannel channel() {
        if (channel == null) {
            channel = exchange.getRequestChannel();
        }
        return channel;
    }

    /** Reads what is there; comes back when there is more. */
    private void drain(StreamSourceChannel channel, boolean woken) {
        var before = size;
        try {
            for (var read = 0; read >= 0 && size != declared; ) {
                if (size == body.length && !grow()) {
                    return;
                }
                read = channel.read(window());
                if (read == 0) {
                    await(channel, woken && size == before && declared < 0);
                    return;
                }
                size += Math.max(read, 0);
            }
            disarm();
            receiver.received(exchange, size == body.length ? body : Arrays.copyOf(body, size));
        } catch (IOException e) {
            abandon();
        }
    }

    /**
     * Waits for more.
     *
     * @param suspicious whether something came and none of it belonged to the body: Undertow takes a chunk size it cannot read for the last one, and would wait
     *     for an end that the client does not know of
     */
    private void await(StreamSourceChannel channel, boolean suspicious) {
        arm();
        channel.getReadSetter().set((ChannelListener<StreamSourceChannel>) ready -> {
            ready.suspendReads();
            framing.remove();
            inExchange(ignored -> drain(ready, true));
        });
        if (suspicious) {
            framing = exchange.getIoThread()
                    .executeAfter(
                            () -> {
                                channel.suspendReads();
                                disarm();
                                inExchange(receiver::malformed);
                            },
                            FRAMING_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
        channel.resumeReads();
    }

    /** Room for more of a body of unknown length; false if the reading goes on elsewhere or ended. */
    private boolean grow() {
        if (size > limits.maxBytes()) {
            disarm();
            body = EMPTY;
            receiver.tooLarge(exchange, this::discard);
            return false;
        }
        if (large || size < SMALL) {
            body = Arrays.copyOf(body, (int) Math.min(limits.maxBytes() + 1L, Math.max(1024, size * 2L)));
            return true;
        }
        disarm();
        becomeLarge((int) Math.min(budget.total(), 2L * limits.maxBytes()), SMALL * 4);
        return false;
    }

    private ByteBuffer window() {
        return ByteBuffer.wrap(body, size, Math.min(WINDOW, body.length - size));
    }

    /** Reads on for a while after the reply: to close while a client sends would make it lose the reply. */
    private void discard() {
        if (HttpContinue.requiresContinueResponse(exchange)) {
            exchange.endExchange();
            return;
        }
        var stop = exchange.getIoThread().executeAfter(exchange::endExchange, LINGER_MILLIS, TimeUnit.MILLISECONDS);
        discard(channel(), ByteBuffer.allocate(WINDOW), stop);
    }

    private void discard(StreamSourceChannel from, ByteBuffer scratch, XnioExecutor.Key stop) {
        try {
            var read = 1;
            while (read > 0) {
                scratch.clear();
                read = from.read(scratch);
            }
            if (read == 0) {
                from.getReadSetter().set((ChannelListener<StreamSourceChannel>) ready -> discard(ready, scratch, stop));
                from.resumeReads();
                return;
            }
        } catch (IOException e) {
            // the client went away or sends more than is worth reading: either way there is nothing left to wait for
        }
        stop.remove();
        exchange.endExchange();
    }

    private void abandon() {
        disarm();
        IoUtils.safeClose(exchange.getConnection());
    }

    private void inExchange(HttpHandler handler) {
        Connectors.executeRootHandler(handler, exchange);
    }
}
