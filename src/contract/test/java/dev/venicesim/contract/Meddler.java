package dev.venicesim.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a simulator and changes answers: an API that differs in one seeded point. */
public final class Meddler implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "date");

    static {
        // without it each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String origin;
    private final Change change;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong jobs = new AtomicLong();

    /** An answer on its way. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {

        public Reply replacing(String text, String other) {
            var body = text().replace(text, other).getBytes(StandardCharsets.UTF_8);
            return new Reply(status, headers, body);
        }

        public Reply withStatus(int other) {
            return new Reply(other, headers, body);
        }

        public Reply with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }

        public Reply without(String header) {
            var fewer = new TreeMap<>(headers);
            fewer.remove(header);
            return new Reply(status, fewer, body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** A request: method and path, headers by name in lower case, and body. */
    public record Asked(String line, Map<String, String> headers, String body) {

        public boolean contains(String text) {
            return line.contains(text);
        }
    }

    /** What is changed of an answer to a request. */
    @FunctionalInterface
    public interface Change {
        Reply apply(Asked request, Reply reply);
    }

    public Meddler(String baseUrl, Change change) {
        this.origin = URI.create(baseUrl).resolve("/").toString();
        this.change = change;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    /** How many jobs were accepted. */
    public long jobs() {
        return jobs.get();
    }

    /** Method and path of each request, in order. */
    public List<String> seen() {
        return new ArrayList<>(seen);
    }

    private void pass(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        seen.add(name);
        try {
            var body = exchange.getRequestBody().readAllBytes();
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values.get(0)));
            var asked = new Asked(name, headers, new String(body, StandardCharsets.UTF_8));
            send(exchange, change.apply(asked, forward(exchange, body)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Reply forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(origin + exchange.getRequestURI().toString().substring(1)))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
            }
        });
        request.header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"));
        request.header("X-Forwarded-Proto", "http");
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (exchange.getRequestURI().getPath().endsWith("/video/queue") && answer.statusCode() == 200) {
            jobs.incrementAndGet();
        }
        var headers = new TreeMap<String, String>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Reply(answer.statusCode(), headers, answer.body());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> {
            if (!NOT_PASSED_ON.contains(name)) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        if (exchange.getRequestMethod().equals("HEAD")) {
            Optional.ofNullable(reply.headers().get("content-length"))
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
