package dev.venicesim.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Server that answers with whatever bytes a test wants, for as long as it wants. */
public final class HostileServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Answer answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /** What is written for a request; the connection closes after it. */
    @FunctionalInterface
    public interface Answer {
        void write(String head, OutputStream out) throws IOException, InterruptedException;
    }

    private HostileServer(ServerSocket socket, Answer answer) {
        this.socket = socket;
        this.answer = answer;
    }

    public static HostileServer answering(Answer answer) {
        try {
            var server = new HostileServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
            daemon(server::accept).start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whole JSON reply to every request. */
    public static HostileServer saying(String headers, String body) {
        return answering((head, out) -> out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "hostile-server");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                daemon(() -> serve(client)).start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            heads.add(head.toString());
            answer.write(head.toString(), client.getOutputStream());
            client.shutdownOutput();
            // what is left of its request is read, or a reset would take the answer away
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // the client is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The heads of all requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/api/v1";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
