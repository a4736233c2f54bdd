package dev.venicesim.http;

import dev.venicesim.wire.Content;
import dev.venicesim.wire.ReplyDamage;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * Writer of one body, as fast as its client reads it and no faster than its course allows. It holds a buffer and no
 * thread; a client that reads nothing for too long is cut off.
 */
final class BodyWriter {

    private static final int BUFFER = 64 * 1024;
    private static final int TICK_MILLIS = 50;

    private final HttpServerExchange exchange;
    private final Content content;
    private final Course course;
    private final long stallMillis;
    private final StreamSinkChannel channel;
    private final long length;
    private final ByteBuffer buffer;
    private long position;
    private XnioExecutor.Key stall = () -> false;
    private boolean ended;

    /**
     * How a body is sent.
     *
     * @param upTo bytes after which it breaks off
     * @param abrupt whether it breaks off by a reset
     * @param bytesPerSecond its pace
     */
    record Course(long upTo, boolean abrupt, long bytesPerSecond) {

        /** To its end, as fast as it goes. */
        static final Course WHOLE = new Course(Long.MAX_VALUE, false, Long.MAX_VALUE);

        static Course of(ReplyDamage damage) {
            if (damage instanceof ReplyDamage.ResetAfter reset) {
                return new Course(reset.bytes(), true, Long.MAX_VALUE);
            }
            if (damage instanceof ReplyDamage.CloseAfter close) {
                return new Course(close.bytes(), false, Long.MAX_VALUE);
            }
            return damage instanceof ReplyDamage.Trickle trickle
                    ? new Course(Long.MAX_VALUE, false, trickle.bytesPerSecond())
                    : new Course(0, true, Long.MAX_VALUE);
        }

        boolean isWhole() {
            return upTo == Long.MAX_VALUE;
        }

        private boolean isPaced() {
            return bytesPerSecond != Long.MAX_VALUE;
        }

        /** Bytes of one tick, at least one. */
        private long perTick() {
            return Math.max(1, bytesPerSecond * TICK_MILLIS / 1000);
        }

        private long tickMillis() {
            return Math.max(TICK_MILLIS, 1000 / bytesPerSecond);
        }
    }

    BodyWriter(HttpServerExchange exchange, Content content, Course course, long stallMillis) {
        this.exchange = exchange;
        this.content = content;
        this.course = course;
        this.stallMillis = stallMillis;
        this.channel = exchange.getResponseChannel();
        this.length = content instanceof Content.Bytes bytes
                ? bytes.bytes().length
                : content instanceof Content.Stream stream ? stream.length() : 0;
        this.buffer = content instanceof Content.Bytes bytes
                ? ByteBuffer.wrap(bytes.bytes())
                : ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
        if (!(content instanceof Content.Bytes)) {
            buffer.limit(0);
        }
    }

    void start() {
        if (course.isPaced()) {
            // keeps the exchange alive between ticks
            exchange.dispatch(SameThreadExecutor.INSTANCE, this::send);
        } else {
            send();
        }
    }

    private void send() {
        try {
            if (course.isPaced()) {
                sendTick();
                return;
            }
            if (write(Math.min(length, course.upTo()))) {
                finish();
            } else {
                waitForClient();
            }
        } catch (IOException | RejectedExecutionException e) {
            // the client is gone, or the server stops and takes no more timers
            broke();
        }
    }

    /** One tick's share, then a pause. */
    private void sendTick() throws IOException {
        if (!write(Math.min(length, position + course.perTick())) || !channel.flush()) {
            waitForClient();
        } else if (position == length) {
            finish();
        } else {
            exchange.getIoThread().executeAfter(this::send, course.tickMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Writes up to a position; false if the connection takes no more for now. */
    private boolean write(long until) throws IOException {
        while (position < until) {
            fill();
            var end = buffer.limit();
            buffer.limit((int) Math.min(end, buffer.position() + until - position));
            var written = channel.write(buffer);
            buffer.limit(end);
            position += written;
            if (written == 0) {
                return false;
            }
        }
        return true;
    }

    private void fill() {
        if (!buffer.hasRemaining() && content instanceof Content.Stream stream) {
            buffer.clear();
            buffer.limit((int) Math.min(buffer.capacity(), length - position));
            stream.source().read(stream.offset() + position, buffer);
            buffer.flip();
        }
    }

    private void finish() throws IOException {
        if (position == length && course.isWhole()) {
            end(true);
            exchange.endExchange();
            return;
        }
        if (!channel.flush()) {
            waitForClient();
            return;
        }
        end(false);
        if (course.abrupt()) {
            ConnectionBreaker.reset(exchange);
        } else {
            ConnectionBreaker.close(exchange);
        }
    }

    private void waitForClient() {
        stall = exchange.getIoThread().executeAfter(this::broke, stallMillis, TimeUnit.MILLISECONDS);
        channel.getWriteSetter().set((ChannelListener<StreamSinkChannel>) ready -> {
            ready.suspendWrites();
            stall.remove();
            send();
        });
        channel.resumeWrites();
    }

    private void broke() {
        stall.remove();
        end(false);
        DisconnectListener.noticed(exchange);
        ConnectionBreaker.reset(exchange);
    }

    private void end(boolean whole) {
        if (!ended && content instanceof Content.Stream stream) {
            stream.delivery().ended(position, whole);
        }
        ended = true;
    }
}
