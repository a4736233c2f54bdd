package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SlowClientsTest {

    private static final int CLIENTS = 2000;

    @Test
    void answersTheNextRequestWhileTwoThousandClientsHoldTheirConnections() throws IOException {
        var clients = new ArrayList<SocketChannel>();
        try (var sim = Sim.start(config -> config.limits(false))) {
            var world = sim.frozenWorld("\"limits\":false");
            world.control()
                    .put(
                            "/scenario",
                            "jobTime: 0s\nlimits: off\nlinks: { perMinute: 10000, fetches: 10000 }\n"
                                    + "faults: [{ on: complete, hang: {} }]");
            var link = world.api()
                    .post(
                            "/video/queue",
                            Requests.PRIVATE_GROK.replace("480p", "720p").replace("5s", "15s"))
                    .json()
                    .path("download_url")
                    .asText();
            assertThat(sim.root().get(URI.create(link).getRawPath()).status()).isEqualTo(200);
            var threads = Thread.activeCount();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(slow(sim, start(i % 4, world, link)));
            }
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
            assertThat(Thread.activeCount()).isLessThan(threads + 20);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    /** Never reads its reply, never ends its body, never says anything, or is never answered. */
    private static String start(int kind, Sim.World world, String link) {
        return List.of(
                        "GET " + URI.create(link).getRawPath() + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        "POST /api/v1/video/queue HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 5000\r\n\r\n{",
                        "",
                        "POST /api/v1/video/complete HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + world.apiKey()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                .get(kind);
    }

    private static SocketChannel slow(Sim sim, String request) throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(java.net.StandardSocketOptions.SO_RCVBUF, 4096);
        channel.connect(new InetSocketAddress(
                java.net.InetAddress.getLoopbackAddress(), sim.simulator().port()));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }
}
