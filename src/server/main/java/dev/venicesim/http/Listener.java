package dev.venicesim.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Listener for connections. Undertow's own builder puts its handler of upgrades to HTTP/2 before every other, and that
 * one answers 500 to settings it cannot decode.
 *
 * @param socket what accepts them
 * @param buffers what they are read into
 */
record Listener(AcceptingChannel<? extends StreamConnection> socket, ByteBufferPool buffers) implements AutoCloseable {

    /** What is sent at once, less the head of a TLS record, as Undertow has it. */
    private static final int BUFFER = 16 * 1024 - 20;

    private static final int SMALL_BUFFER = 1024;
    private static final long SMALL_HEAP = 128 * 1024 * 1024;
    private static final long CLOSE_MILLIS = 1_000;

    /**
     * Listens.
     *
     * @param opener how connections begin
     * @param options of HTTP
     * @param socketOptions of connections
     * @throws IOException if the address cannot be had
     */
    static Listener on(
            InetSocketAddress address,
            XnioWorker worker,
            HttpHandler handler,
            Opener opener,
            OptionMap options,
            OptionMap socketOptions)
            throws IOException {
        var small = Runtime.getRuntime().maxMemory() < SMALL_HEAP;
        var buffers = new DefaultByteBufferPool(true, small ? SMALL_BUFFER : BUFFER, -1, 4);
        var sockets = OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                // connections are shared out evenly among the threads that move bytes
                .set(Options.WORKER_IO_THREADS, worker.getIoThreadCount())
                .set(Options.BALANCING_TOKENS, 1)
                .set(Options.BALANCING_CONNECTIONS, 2)
                .addAll(socketOptions)
                .getMap();
        var socket = opener.open(worker, address, new Opener.Protocol(handler, buffers, options), sockets);
        socket.resumeAccepts();
        return new Listener(socket, buffers);
    }

    int port() {
        return socket.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /**
     * Takes no more connections. XNIO closes the socket, then waits for every selector to let go of it, of which it now
     * and then never hears; the threads are ended after this anyway, so the wait is bounded.
     */
    @Override
    @SuppressWarnings("ThreadJoinLoop") // interrupted, it waits no longer
    public void close() {
        var closing = new Thread(() -> IoUtils.safeClose(socket), "venice-sim close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
