package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * WireMock's own standalone server, as a process: with the simulator as an extension from its jar, and with the pack
 * and nothing of ours.
 */
class StandaloneWireMockIT {

    private static final String SIMULATOR = System.getProperty("venice-sim.jar", "target/venice-sim.jar");

    /** Beside the folder of the jar: the working directory of packaging tests is not the project. */
    private static final Path PACK =
            Path.of(SIMULATOR).toAbsolutePath().getParent().resolveSibling("stubs");

    @TempDir
    private Path folder;

    @Test
    void carriesTheSimulatorAsAnExtension() throws Exception {
        var port = freePort();
        var server = start(
                List.of("-cp", standalone() + File.pathSeparator + SIMULATOR, "wiremock.Run"),
                port,
                "--root-dir",
                folder.toString(),
                "--extensions",
                "dev.venicesim.kit.wiremock.VeniceSimulatorMount");
        try {
            var api = up(server, port).with("Authorization", "Bearer standalone");
            // longer than any machine takes to the next line: its clock is the real one
            var queued = api.post("/api/v1/video/queue", Requests.wan("a gondola [sim:time=1h]"));
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(api.post("/api/v1/video/retrieve", Requests.ticket(queued))
                            .text())
                    .contains("PROCESSING");
            assertThat(api.post("/__admin/mappings/reset", "").status()).isEqualTo(200);
            assertThat(api.post("/api/v1/video/quote", Requests.WAN).text()).isEqualTo("{\"quote\":0.55}");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void servesThePackWithNothingOfOurs() throws Exception {
        var port = freePort();
        var server = start(List.of("-jar", standalone()), port, "--root-dir", PACK.toString());
        try {
            var api = up(server, port);
            assertThat(api.post("/api/v1/video/queue", Requests.WAN)
                            .json()
                            .path("queue_id")
                            .asText())
                    .isNotEmpty();
            assertThat(api.post("/api/v1/video/queue", Requests.wan("stub:needs-consent"))
                            .status())
                    .isEqualTo(409);
        } finally {
            server.destroyForcibly();
        }
    }

    private static String standalone() throws Exception {
        return Path.of(WireMockServer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process start(List<String> program, int port, String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(List.of("--bind-address", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Http up(Process server, int port) throws InterruptedException {
        var root = new Http("http://127.0.0.1:" + port);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
        while (System.nanoTime() < deadline) {
            try {
                if (root.get("/__admin/mappings").status() == 200) {
                    return root;
                }
            } catch (UncheckedIOException e) {
                assertThat(server.waitFor(100, TimeUnit.MILLISECONDS))
                        .as("WireMock ended")
                        .isFalse();
            }
        }
        throw new AssertionError("WireMock did not start");
    }
}
