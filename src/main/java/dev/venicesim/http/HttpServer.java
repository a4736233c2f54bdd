package dev.venicesim.http;

import dev.venicesim.error.ApiError;
import dev.venicesim.wire.Handler;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The running HTTP server. */
public final class HttpServer implements AutoCloseable {

    private static final long BODY_ARRIVES_MILLIS = 60_000;
    private static final long BODY_WAITS_MILLIS = 30_000;
    private static final int IDLE_MILLIS = 60_000;

    private final Undertow undertow;
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
     */
    public record Settings(String host, int port, Optional<String> publicUrl, boolean trustForwarded, int maxBody) {}

    /** The errors answered without asking a handler: body too large, no memory for it, a bug of ours. */
    public record Refusals(Supplier<ApiError> tooLarge, Supplier<ApiError> noRoom, Supplier<ApiError> bug) {}

    private HttpServer(Undertow undertow, GracefulShutdownHandler graceful, String host) {
        this.undertow = undertow;
        this.graceful = graceful;
        this.host = host;
    }

    /**
     * Starts listening.
     *
     * @throws RuntimeException wrapping a {@link java.net.BindException} if the port cannot be had
     */
    public static HttpServer start(Settings settings, Refusals refusals, Handler handler) {
        var ingress = new Ingress(
                handler,
                refusals,
                new UndertowRequest.Addressing(settings.publicUrl(), settings.trustForwarded()),
                new BodyReader.Limits(settings.maxBody(), BODY_ARRIVES_MILLIS, BODY_WAITS_MILLIS));
        var graceful = new GracefulShutdownHandler(ingress);
        var undertow = Undertow.builder()
                .addHttpListener(settings.port(), settings.host())
                .setHandler(graceful)
                .setIoThreads(2)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, settings.maxBody() * 4L)
                .build();
        undertow.start();
        return new HttpServer(undertow, graceful, settings.host());
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Scheme, host and port it listens on. */
    public String origin() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Threads for work that takes long. */
    public Executor workers() {
        return undertow.getWorker();
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
    }
}
