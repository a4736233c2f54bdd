package dev.venicesim.tap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Target that answers with the bytes a test wants, and keeps the lines of what it is asked. */
final class RawTarget implements AutoCloseable {

    /** What answers one request; the connection ends with it. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Answer answer;

    RawTarget(Answer answer) throws IOException {
        this.answer = answer;
        var unused = threads.submit(this::accept);
    }

    static RawTarget saying(String reply) throws IOException {
        return new RawTarget(out -> out.write(reply.getBytes(StandardCharsets.ISO_8859_1)));
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/v1";
    }

    /** Request lines and headers, of all requests. */
    List<String> lines() {
        return lines;
    }

    private Void accept() throws IOException {
        while (!server.isClosed()) {
            var socket = server.accept();
            var unused = threads.submit(() -> serve(socket));
        }
        return null;
    }

    private Void serve(Socket socket) throws IOException {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            answer.write(socket.getOutputStream());
            socket.getOutputStream().flush();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
