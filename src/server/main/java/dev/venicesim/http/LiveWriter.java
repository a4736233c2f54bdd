package dev.venicesim.http;

import dev.venicesim.wire.Content;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * Writer of a live body: it holds no thread, and what it was given until the client reads it. A client that reads
 * nothing for too long is cut off.
 */
final class LiveWriter implements Content.Sink {

    private final HttpServerExchange exchange;
    private final long stallMillis;
    private final StreamSinkChannel channel;
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
    private final AtomicInteger unsent = new AtomicInteger();
    private Content.Audience audience = new Silence();
    private XnioExecutor.Key stall = () -> false;
    private boolean ending;
    private boolean over;

    private LiveWriter(HttpServerExchange exchange, long stallMillis) {
        this.exchange = exchange;
        this.stallMillis = stallMillis;
        this.channel = exchange.getResponseChannel();
    }

    /** Nobody, until the body has been opened. */
    private static final class Silence implements Content.Audience {
        @Override
        public void ready() {}

        @Override
        public void gone() {}
    }

    static void start(HttpServerExchange exchange, Content.Live live, long stallMillis) {
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
            return;
        }
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> new LiveWriter(exchange, stallMillis).open(live));
    }

    private void open(Content.Live live) {
        DisconnectListener.watchLast(exchange, () -> onThread(this::broke));
        audience = live.opening().apply(this);
    }

    @Override
    public void send(byte[] bytes) {
        unsent.incrementAndGet();
        onThread(() -> {
            waiting.add(ByteBuffer.wrap(bytes));
            write();
        });
    }

    @Override
    public boolean idle() {
        return unsent.get() == 0;
    }

    @Override
    public void end() {
        onThread(() -> {
            ending = true;
            write();
        });
    }

    private void onThread(Runnable task) {
        try {
            exchange.getIoThread().execute(task);
        } catch (RejectedExecutionException e) {
            // the server has stopped, and its connections with it
            unsent.set(Integer.MAX_VALUE / 2);
        }
    }

    private void write() {
        if (over) {
            return;
        }
        try {
            while (!waiting.isEmpty()) {
                var next = waiting.peek();
                if (channel.write(next) == 0 && next.hasRemaining()) {
                    waitForClient();
                    return;
                }
                if (!next.hasRemaining()) {
                    waiting.remove();
                    unsent.decrementAndGet();
                }
            }
            if (!channel.flush()) {
                waitForClient();
                return;
            }
            sent();
        } catch (IOException | RejectedExecutionException e) {
            // the client is gone, or the server stops and takes no more timers
            broke();
        }
    }

    private void sent() throws IOException {
        if (!ending) {
            audience.ready();
            return;
        }
        close();
        channel.shutdownWrites();
        channel.flush();
        exchange.setPersistent(false);
        exchange.endExchange();
    }

    private void waitForClient() {
        stall.remove();
        stall = exchange.getIoThread().executeAfter(this::broke, stallMillis, TimeUnit.MILLISECONDS);
        channel.getWriteSetter().set((ChannelListener<StreamSinkChannel>) ready -> {
            ready.suspendWrites();
            stall.remove();
            write();
        });
        channel.resumeWrites();
    }

    private void broke() {
        if (!over) {
            close();
            ConnectionBreaker.reset(exchange);
        }
    }

    private void close() {
        over = true;
        stall.remove();
        waiting.clear();
        audience.gone();
    }
}
