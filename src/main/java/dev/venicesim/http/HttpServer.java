package dev.venicesim.http;

import dev.venicesim.error.ApiError;
import dev.venicesim.time.Alarm;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xnio.Options;
import org.xnio.XnioWorker;

/** The running HTTP server. */
public final class HttpServer implements AutoCloseable {

    private static final long BODY_ARRIVES_MILLIS = 60_000;
    private static final long BODY_WAITS_MILLIS = 30_000;
    private static final int IDLE_MILLIS = 60_000;
    private static final long STALL_MILLIS = 60_000;
    /** What a connection has been given counts as sent, so it is given little in advance. */
    private static final int SEND_BUFFER = 64 * 1024;
    /** Clients that connect at once beyond it wait a second for TCP to try again; the system caps it, Linux at 4096 by default. */
    private static final int BACKLOG = 16 * 1024;

    private final Undertow undertow;
    private final Pools pools;
    private final GracefulShutdownHandler graceful;
    private final String host;

    /**
     * What the server needs to know.
     *
     * @param host address to listen on
     * @param port port to listen on, 0 for a free one
     * @param publicUrl where clients reach it, if that is not what their requests say
     * @param trustForwarded whether {@code X-Forwarded-*} is believed
     * @param maxBody most bytes of a request's body
     * @param stall milliseconds a client may read nothing of its reply before it is cut off
     */
    public record Settings(
            String host, int port, Optional<String> publicUrl, boolean trustForwarded, int maxBody, long stall) {

        /** With a stall of {@value #STALL_MILLIS} ms. */
        public Settings(String host, int port, Optional<String> publicUrl, boolean trustForwarded, int maxBody) {
            this(host, port, publicUrl, trustForwarded, maxBody, STALL_MILLIS);
        }
    }

    /**
     * What work can be left to.
     *
     * @param workers for what takes long
     * @param alarm for what has to wait
     */
    public record Threads(Executor workers, Alarm alarm) {}

    /**
     * The errors answered without asking a handler.
     *
     * @param tooLarge for a request whose body is larger than allowed and was not kept
     * @param noRoom for want of memory
     * @param malformed for a body that HTTP does not know
     * @param bug of ours
     */
    public record Refusals(
            Function<Request, Reply.Now> tooLarge,
            Supplier<ApiError> noRoom,
            Supplier<ApiError> malformed,
            Supplier<ApiError> bug) {}

    private HttpServer(Undertow undertow, Pools pools, GracefulShutdownHandler graceful, String host) {
        this.undertow = undertow;
        this.pools = pools;
        this.graceful = graceful;
        this.host = host;
    }

    /**
     * Starts listening.
     *
     * @param handlers makes the handler, given what work can be left to
     * @throws RuntimeException wrapping a {@link java.net.BindException} if the port cannot be had
     */
    public static HttpServer start(Settings settings, Refusals refusals, Function<Threads, Handler> handlers) {
        var pools = Pools.open();
        try {
            return start(settings, refusals, handlers, pools);
        } catch (RuntimeException | Error e) {
            pools.close();
            throw e;
        }
    }

    private static HttpServer start(
            Settings settings, Refusals refusals, Function<Threads, Handler> handlers, Pools pools) {
        var handler = handlers.apply(new Threads(pools.tasks(), alarm(pools.worker())));
        var ingress = new Ingress(
                handler,
                refusals,
                new UndertowRequest.Addressing(settings.publicUrl(), settings.trustForwarded()),
                new BodyReader.Limits(settings.maxBody(), BODY_ARRIVES_MILLIS, BODY_WAITS_MILLIS),
                settings.stall());
        var graceful = new GracefulShutdownHandler(ingress);
        var undertow = Undertow.builder()
                .addHttpListener(settings.port(), settings.host())
                .setHandler(graceful)
                .setWorker(pools.worker())
                .setSocketOption(Options.SEND_BUFFER, SEND_BUFFER)
                .setSocketOption(Options.BACKLOG, BACKLOG)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, settings.maxBody() * 4L)
                .build();
        undertow.start();
        return new HttpServer(undertow, pools, graceful, settings.host());
    }

    private static Alarm alarm(XnioWorker worker) {
        return (delay, task) -> {
            var key = worker.getIoThread().executeAfter(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return key::remove;
        };
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Scheme, host and port it listens on. */
    public String origin() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Takes no new requests and waits, at most so long, until those in flight have been answered. */
    public void drain(Duration atMost) throws InterruptedException {
        graceful.shutdown();
        graceful.awaitShutdown(atMost.toMillis());
    }

    /** Stops at once. */
    @Override
    public void close() {
        undertow.stop();
        pools.close();
    }
}
