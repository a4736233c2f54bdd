package dev.venicesim.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that hold a connection and do nothing useful with it: a quarter each never read their reply, never end a
 * body, never end a header, never say anything.
 */
final class Idlers implements AutoCloseable {

    private static final int TINY_WINDOW = 4096;

    private final int port;
    private final String unread;
    private final List<SocketChannel> open = new ArrayList<>();

    /**
     * None yet.
     *
     * @param unread path of a large download, for those who do not read
     */
    Idlers(int port, String unread) {
        this.port = port;
        this.unread = unread;
    }

    void add(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, TINY_WINDOW);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(opening(i % 4).getBytes(StandardCharsets.US_ASCII)));
            open.add(channel);
        }
    }

    private String opening(int kind) {
        return List.of(
                        "GET " + unread + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        "POST " + Ask.QUEUE
                                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{",
                        "POST " + Ask.QUEUE + " HTTP/1.1\r\nHost: x\r\nX-Never-",
                        "")
                .get(kind);
    }

    int count() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        for (var channel : open) {
            channel.close();
        }
        open.clear();
    }
}
