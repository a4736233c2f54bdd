package dev.venicesim;

import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.tls.TlsIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A running simulator. Starting another costs milliseconds; each has its own worlds and nothing is shared between them.
 */
public final class Simulator implements AutoCloseable {

    private final SimulatorServer server;

    private Simulator(SimulatorServer server) {
        this.server = server;
    }

    /**
     * Starts a simulator; it answers when this returns.
     *
     * @throws CannotStartException if the port is taken or the host is not this machine's
     * @throws IllegalArgumentException if a file it was given cannot be read, naming setting, value and fix
     */
    public static Simulator start(SimulatorConfig config) {
        return new Simulator(SimulatorServer.start(config));
    }

    /** What a client takes as its base URL; ends in {@code /api/v1}. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        return server.origin();
    }

    public int port() {
        return server.port();
    }

    public SimulatorConfig config() {
        return server.config();
    }

    /** The token of the control API, if it was not given but made here. */
    public Optional<String> generatedAdminToken() {
        return server.generatedAdminToken();
    }

    /**
     * What a client has to be given to trust this simulator: an {@code SSLContext} that knows its certificate. Empty
     * without {@code tls}.
     */
    public Optional<SSLContext> sslContext() {
        return server.identity().map(TlsIdentity::trust);
    }

    /** The file with the authority's certificate, for clients that take one; empty unless {@code tlsCa} names it. */
    public Optional<Path> tlsCa() {
        return server.identity().flatMap(TlsIdentity::caFile);
    }

    /**
     * Declares the worlds of the file that the configuration names, as at the start: all or none. Those that are as
     * declared stay as they are.
     *
     * @return how many the file lists; 0 without a file
     * @throws IllegalArgumentException in one line that names setting, file, line and fix; nothing has changed then
     */
    public int declareWorlds() {
        return server.declareWorlds();
    }

    /** A world of its own for one client: a random key, no call. Asking it for what it saw goes by the control API. */
    public VeniceWorld newWorld() {
        return client().newWorld();
    }

    /** A client of this simulator's control API. */
    public SimulatorClient client() {
        var plain = SimulatorClient.of(baseUrl()).changedBy(new DirectTransport(server));
        var client = server.identity().map(own -> plain.trusting(own.pinned())).orElse(plain);
        var token = generatedAdminToken().or(() -> config().secrets().adminToken());
        return token.map(client::withAdminToken).orElse(client);
    }

    /**
     * What everything so far would have cost in production, in lines for people: the total, then each model that cost
     * anything.
     */
    public String bill() {
        return server.bill();
    }

    /**
     * A line for each thing clients did so far that costs money or breaks in production; what is open now counts as
     * final.
     */
    public List<String> findings() {
        return server.findings();
    }

    /** Takes no new requests and waits, at most so long, for those in flight. */
    public void drain(Duration atMost) {
        server.drain(atMost);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }
}
