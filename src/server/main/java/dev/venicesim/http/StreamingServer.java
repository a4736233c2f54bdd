package dev.venicesim.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * HTTP server for what passes bodies on: each exchange has a thread of its own, which reads and writes as much as it
 * wants to have in memory.
 */
public final class StreamingServer implements AutoCloseable {

    private static final int IO_THREADS = 2;
    /** Made as they are needed; further exchanges wait for one. */
    private static final int THREADS = 256;

    private static final int IDLE_MILLIS = 60_000;

    private final Undertow server;
    private final GracefulShutdownHandler graceful;
    private final String host;

    /** What answers, on the exchange's own thread. */
    @FunctionalInterface
    public interface Handler {

        /**
         * @throws IOException if the client is gone, or the reply cannot go on
         */
        void answer(StreamedExchange exchange) throws IOException, InterruptedException;
    }

    private StreamingServer(Undertow server, GracefulShutdownHandler graceful, String host) {
        this.server = server;
        this.graceful = graceful;
        this.host = host;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for a free one
     * @throws RuntimeException wrapping a {@link java.net.BindException} if the address cannot be had
     */
    public static StreamingServer start(String host, int port, Handler handler) {
        var graceful = new GracefulShutdownHandler(new BlockingHandler(exchange -> answer(handler, exchange)));
        var server = Undertow.builder()
                .addHttpListener(port, host, graceful)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(THREADS)
                // a reply has the headers that it is given
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .build();
        server.start();
        return new StreamingServer(server, graceful, host);
    }

    private static void answer(Handler handler, HttpServerExchange exchange) {
        var streamed = new StreamedExchange(exchange);
        try {
            handler.answer(streamed);
        } catch (IOException e) {
            streamed.breakOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            streamed.breakOff();
        }
    }

    /** Scheme, host and port it listens on. */
    public String origin() {
        var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Takes no new requests and waits, at most so long, until those in flight have been answered. */
    public void drain(Duration atMost) throws InterruptedException {
        graceful.shutdown();
        graceful.awaitShutdown(atMost.toMillis());
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop();
    }
}
