package dev.venicesim.media.render;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves one page and one clip, by ranges, and takes what the page reports. */
final class ClipServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CompletableFuture<String> report = new CompletableFuture<>();

    ClipServer(String page, Clip clip) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            answer(exchange, 200, page.getBytes(StandardCharsets.UTF_8));
        });
        server.createContext("/report", exchange -> {
            report.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, new byte[] {'k'});
        });
        server.createContext("/clip.mp4", exchange -> clip(exchange, clip));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    CompletableFuture<String> report() {
        return report;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void clip(HttpExchange exchange, Clip clip) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        Matcher asked = RANGE.matcher(range == null ? "bytes=0-" : range);
        if (!asked.matches()) {
            throw new IOException("a range this server does not know: " + range);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? clip.length() - 1 : Long.parseLong(asked.group(2));
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from + 1));
        clip.read(from, bytes);
        exchange.getResponseHeaders().set("Content-Type", "video/mp4");
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + clip.length());
        answer(exchange, range == null ? 200 : 206, bytes.array());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
