package dev.venicesim.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Listeners to a simulator's events, who read all that they are told: as many as the subject's name says. */
final class EventListeners implements AutoCloseable {

    private static final Pattern COUNT = Pattern.compile("-(\\d+)-listeners$");

    private final List<Socket> open = new ArrayList<>();

    /** Those of {@code simulator-10-listeners}; none of a subject with another name. */
    static EventListeners of(Subject subject) throws IOException {
        var count = COUNT.matcher(subject.name());
        return of(subject, count.find() ? Integer.parseInt(count.group(1)) : 0);
    }

    static EventListeners of(Subject subject, int count) throws IOException {
        var listeners = new EventListeners();
        for (int i = 0; i < count; i++) {
            listeners.add(subject.port());
        }
        return listeners;
    }

    int count() {
        return open.size();
    }

    private void add(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.getOutputStream()
                .write(("GET /__sim/events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        if (!status.equals("HTTP/1.1 200")) {
            throw new IOException("a listener was answered " + status);
        }
        var thread = new Thread(() -> drain(socket), "listener");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drain(Socket socket) {
        var buffer = new byte[64 * 1024];
        try {
            while (socket.getInputStream().read(buffer) >= 0) {
                // what it says is nobody's concern here
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new IllegalStateException("a listener was dropped", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }
}
