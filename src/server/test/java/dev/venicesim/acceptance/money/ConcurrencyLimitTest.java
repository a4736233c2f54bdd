package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    /** Past what the buffers of a connection swallow, so that a reply nobody reads stays under way. */
    private static final String LARGE = """
            {"model":"topaz-video-upscale","video_url":"https://example.com/in-3840x2160-300s.mp4","upscale_factor":1}""";

    @Test
    void letsFiveRequestsOfAWalletBeUnderWay() throws IOException {
        try (var sim = Sim.start(config -> config.jobTime("polls:0"))) {
            var payer = Payer.onBase(sim);
            payer.topUp(100);
            var queued = payer.api().post("/video/queue", LARGE);
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            var ticket = Requests.ticket(queued);
            var open = new ArrayList<Socket>();
            try {
                for (var i = 0; i < 5; i++) {
                    open.add(unread(sim, payer, ticket));
                }
                var sixth = payer.api().get("/x402/balance/" + payer.address());
                assertThat(sixth.status()).as("%s", sixth).isEqualTo(429);
                assertThat(sixth.text())
                        .isEqualTo("{\"error\":\"Too many concurrent requests\",\"code\":\"X402_CONCURRENCY_LIMIT\"}");
                assertThat(Payer.onBase(sim).topUp(5).status()).isEqualTo(200);
            } finally {
                for (var socket : open) {
                    socket.close();
                }
            }
        }
    }

    /** A retrieve whose reply has begun, and is not read on. */
    private static Socket unread(Sim sim, Payer payer, String body) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(150_000);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), sim.simulator().port()));
        var request = "POST /api/v1/video/retrieve HTTP/1.1\r\nHost: 127.0.0.1:"
                + sim.simulator().port()
                + "\r\nContent-Type: application/json\r\nSIGN-IN-WITH-X: " + payer.signIn() + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }
}
