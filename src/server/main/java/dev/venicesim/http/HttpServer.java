package dev.venicesim.http;

import dev.venicesim.error.ApiError;
import dev.venicesim.time.Alarm;
import dev.venicesim.wire.Handler;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.XnioWorker;

/** The running HTTP server. */
public final class HttpServer implements AutoCloseable {

    private static final int IDLE_MILLIS = 60_000;
    private static final long STALL_MILLIS = 60_000;
    /** What a connection has been given counts as sent, so it is given little in advance. */
    private static final int SEND_BUFFER = 64 * 1024;
    /**
     * Clients that connect at once beyond it wait a second for TCP to try again; the system caps it, Linux at 4096 by
     * default.
     */
    private static final int BACKLOG = 16 * 1024;
    /** Of a request line and its headers; the longest signatures take 4 KiB. */
    private static final int MAX_HEADERS = 64 * 1024;

    private final Listener listener;
    private final ServerThreads threads;
    private final GracefulShutdownHandler graceful;
    private final Settings settings;

    /**
     * What the server needs to know.
     *
     * @param host address to listen on
     * @param port port to listen on, 0 for a free one
     * @param publicUrl where clients reach it, if that is not what their requests say
     * @param trustForwarded whether {@code X-Forwarded-*} is believed
     * @param maxBody most bytes of a request's body
     * @param patience how long it bears with slow clients
     * @param tls what it encrypts with; plain HTTP where absent
     */
    public record Settings(
            String host,
            int port,
            Optional<String> publicUrl,
            boolean trustForwarded,
            int maxBody,
            Patience patience,
            Optional<SSLContext> tls) {}

    /**
     * Milliseconds of real time that slow clients get.
     *
     * @param arrive for a body to arrive
     * @param queue for a large body to wait for memory
     * @param stall for a client to read nothing of its reply before it is cut off
     */
    public record Patience(long arrive, long queue, long stall) {

        private static final int LOOKS = 30;

        /** How often it is looked at, while others wait for memory, whether a large body still comes. */
        long pace() {
            return Math.max(1, arrive / LOOKS);
        }

        /**
         * With so long for a body to arrive, half of it to wait for memory, and a stall of {@value #STALL_MILLIS} ms.
         */
        public static Patience of(Duration bodyTime) {
            return new Patience(bodyTime.toMillis(), bodyTime.toMillis() / 2, STALL_MILLIS);
        }
    }

    /**
     * What work can be left to.
     *
     * @param workers for what takes long
     * @param alarm for what has to wait
     */
    public record Threads(Executor workers, Alarm alarm) {

        /** The same with another alarm, made of this one. */
        public Threads wokenBy(UnaryOperator<Alarm> change) {
            return new Threads(workers, change.apply(alarm));
        }
    }

    /**
     * The errors answered without asking a handler, and what the log says of a request that met our bug.
     *
     * @param noRoom for want of memory
     * @param malformed for a body that HTTP does not know
     * @param bug of ours
     * @param shown a path as the log may have it
     */
    public record Refusals(
            Supplier<ApiError> noRoom,
            Supplier<ApiError> malformed,
            Supplier<ApiError> bug,
            UnaryOperator<String> shown) {}

    private HttpServer(Listener listener, ServerThreads threads, GracefulShutdownHandler graceful, Settings settings) {
        this.listener = listener;
        this.threads = threads;
        this.graceful = graceful;
        this.settings = settings;
    }

    /**
     * Starts listening.
     *
     * @param handlers makes the handler, given what work can be left to
     * @throws RuntimeException wrapping a {@link java.net.BindException} if the port cannot be had
     */
    public static HttpServer start(Settings settings, Refusals refusals, Function<Threads, Handler> handlers) {
        return start(settings, refusals, handlers, BodyBudget.ofHeap(settings.maxBody()));
    }

    static HttpServer start(
            Settings settings, Refusals refusals, Function<Threads, Handler> handlers, BodyBudget memory) {
        var threads = ServerThreads.open();
        try {
            return start(settings, refusals, handlers, threads, memory);
        } catch (RuntimeException | Error e) {
            threads.close();
            throw e;
        }
    }

    private static HttpServer start(
            Settings settings,
            Refusals refusals,
            Function<Threads, Handler> handlers,
            ServerThreads threads,
            BodyBudget memory) {
        var handler = handlers.apply(new Threads(threads.tasks(), alarm(threads.worker())));
        var ingress = new Ingress(
                handler,
                refusals,
                new UndertowRequest.Addressing(settings.publicUrl(), settings.trustForwarded()),
                new BodyLimits(
                        settings.maxBody(),
                        settings.patience().arrive(),
                        settings.patience().queue(),
                        settings.patience().pace()),
                memory,
                settings.patience().stall());
        var graceful = new GracefulShutdownHandler(ingress);
        var listener = listen(settings, threads.worker(), graceful);
        return new HttpServer(listener, threads, graceful, settings);
    }

    private static Listener listen(Settings settings, XnioWorker worker, HttpHandler handler) {
        var options = OptionMap.builder()
                .set(UndertowOptions.ENABLE_HTTP2, true)
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                // what reads bodies counts them, and what is left of them
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADERS)
                .getMap();
        var sockets = OptionMap.builder()
                .set(Options.SEND_BUFFER, SEND_BUFFER)
                .set(Options.BACKLOG, BACKLOG)
                .getMap();
        try {
            var address = new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port());
            var opener = settings.tls()
                    .<Opener>map(context ->
                            new TlsOpener(context, settings.patience().arrive()))
                    .orElseGet(PlainOpener::new);
            return Listener.on(address, worker, handler, opener, options, sockets);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Alarm alarm(XnioWorker worker) {
        return (delay, task) -> {
            var key = worker.getIoThread().executeAfter(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return key::remove;
        };
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    /** Scheme, host and port it listens on. */
    public String origin() {
        var host = settings.host();
        var scheme = settings.tls().isPresent() ? "https://" : "http://";
        return scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Takes no new requests and waits, at most so long, until those in flight have been answered. */
    public void drain(Duration atMost) throws InterruptedException {
        graceful.shutdown();
        graceful.awaitShutdown(atMost.toMillis());
    }

    /** Stops at once. */
    @Override
    public void close() {
        listener.close();
        threads.close();
        listener.buffers().close();
    }
}
