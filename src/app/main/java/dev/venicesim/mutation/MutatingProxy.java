package dev.venicesim.mutation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.venicesim.api.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Proxy in front of a simulator that breaks one clause of the contract: it passes on everything, and changes the replies
 * that the clause is about.
 */
final class MutatingProxy implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON = Set.of(
            "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "date", "expect");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SHOWN = 300;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Optional<ContractClause> clause;
    private final AtomicInteger changed = new AtomicInteger();
    private volatile Optional<Sample> sample = Optional.empty();
    private volatile String simulator = "";

    /** The first reply that was changed: the request, and the reply before and after. */
    record Sample(String request, String before, String after) {}

    /**
     * @param clause what is broken; without it nothing is
     */
    MutatingProxy(Optional<ContractClause> clause) {
        this.clause = clause;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
    }

    /** Scheme, host and port that clients call. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void startBefore(String simulatorOrigin) {
        simulator = simulatorOrigin;
        server.start();
    }

    Optional<Sample> sample() {
        return sample;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, mutated(exchange, forward(exchange)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PassingReply forward(HttpExchange exchange) throws IOException, InterruptedException {
        var body = exchange.getRequestBody().readAllBytes();
        var address = URI.create(simulator + exchange.getRequestURI().toString());
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var reply = http.send(request.build(), BodyHandlers.ofByteArray());
        var headers = new TreeMap<String, String>();
        reply.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new PassingReply(reply.statusCode(), headers, reply.body());
    }

    private PassingReply mutated(HttpExchange exchange, PassingReply reply) {
        var operation = operation(exchange.getRequestURI().getPath());
        if (clause.isEmpty()
                || !clause.get().isAbout(operation, reply)
                || changed.incrementAndGet() > clause.get().times()) {
            return reply;
        }
        var after = ReplyChange.of(clause.get().change(), reply);
        note(exchange, reply, after);
        return after;
    }

    private synchronized void note(HttpExchange exchange, PassingReply before, PassingReply after) {
        if (sample.isEmpty()) {
            var request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            sample = Optional.of(new Sample(request, shown(before), shown(after)));
        }
    }

    /** The name by which a clause knows what a path is for. */
    private static String operation(String path) {
        if (path.startsWith(Operation.LINKS)) {
            return "download";
        }
        return path.startsWith(Operation.ROOT) ? path.substring(path.lastIndexOf('/') + 1) : "";
    }

    private static String shown(PassingReply reply) {
        if (reply.type().startsWith("video/")) {
            return reply.status() + " " + reply.body().length + " bytes of " + reply.type();
        }
        var text = new String(reply.body(), StandardCharsets.UTF_8);
        return reply.status() + " " + reply.type() + " "
                + (text.length() < SHOWN ? text : text.substring(0, SHOWN) + "...");
    }

    private static void send(HttpExchange exchange, PassingReply reply) throws IOException {
        reply.headers().forEach((name, value) -> {
            if (!NOT_PASSED_ON.contains(name)) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        var length = reply.body().length;
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
        if (length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
