package dev.venicesim;

import dev.venicesim.api.Operation;
import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.http.HttpServer;
import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.tls.ServedNames;
import dev.venicesim.tls.TlsIdentity;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StoreAwayException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The server of a running simulator: its listener and its worlds. What tests start is {@code Simulator}, which adds a
 * client to it.
 */
public final class SimulatorServer implements AutoCloseable {

    /**
     * Bodies of the API end here; a byte more is refused with 413. Source: Seedance guide,
     * docs/api/disagreements.md#body-size-and-its-text.
     */
    private static final int MAX_BODY_BYTES = 35 * 1024 * 1024;

    private final SimulatorConfig config;
    private final Assembly assembly;
    private final HttpServer server;
    private final Optional<TlsIdentity> identity;

    private SimulatorServer(
            SimulatorConfig config, Assembly assembly, HttpServer server, Optional<TlsIdentity> identity) {
        this.identity = identity;
        this.config = config;
        this.assembly = assembly;
        this.server = server;
    }

    /**
     * Starts a simulator; it answers when this returns.
     *
     * @throws CannotStartException if the port is taken, the host is not this machine's, or the store cannot be opened
     * @throws IllegalArgumentException if a file it was given cannot be read, naming setting, value and fix
     */
    public static SimulatorServer start(SimulatorConfig config) {
        var loopback = isLoopback(config.listen().host());
        var identity = identity(config);
        var assembly = new Assembly(config, loopback);
        try {
            var server = listen(config, assembly, identity.map(TlsIdentity::context));
            return declared(new SimulatorServer(config, assembly, server, identity));
        } catch (RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    private static SimulatorServer declared(SimulatorServer started) {
        try {
            started.declareWorlds();
            started.assembly.warmUp().beginOnce();
            return started;
        } catch (RuntimeException e) {
            started.server.close();
            throw e;
        }
    }

    /**
     * Declares the worlds of the file that the configuration names, as at the start: all or none. Those that are as
     * declared stay as they are.
     *
     * @return how many the file lists; 0 without a file
     * @throws IllegalArgumentException in one line that names setting, file, line and fix; nothing has changed then
     */
    public int declareWorlds() {
        return assembly.declareWorlds();
    }

    /** Answers a call of the control API that comes from within this JVM; on a thread that may wait. */
    public Reply control(Request call) {
        return assembly.control(call);
    }

    private static Optional<TlsIdentity> identity(SimulatorConfig config) {
        var listen = config.listen();
        return listen.tls()
                .map(tls -> TlsIdentity.of(
                        tls,
                        ServedNames.of(listen.host(), listen.publicUrl()),
                        config.time().now()));
    }

    private static HttpServer listen(SimulatorConfig config, Assembly assembly, Optional<SSLContext> tls) {
        var listen = config.listen();
        var settings = new HttpServer.Settings(
                listen.host(),
                listen.port(),
                listen.publicUrl(),
                listen.trustForwarded(),
                MAX_BODY_BYTES,
                HttpServer.Patience.of(listen.bodyTime()),
                tls);
        var refusals = new HttpServer.Refusals(
                PathErrors::noRoom, RequestErrors::invalidJson, PathErrors::unknownError, LoggedPath::of);
        try {
            return HttpServer.start(
                    settings, refusals, threads -> assembly.handler(threads.wokenBy(config.time()::alarm)));
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new CannotStartException(
                        listen.port() == 0
                                ? "host " + listen.host()
                                        + " cannot be listened on; give an address of this machine as --host"
                                : "port " + listen.port() + " on " + listen.host()
                                        + " cannot be had: it is taken, or not this machine's address; give another"
                                        + " --port (0 picks a free one) or --host",
                        e);
            }
            if (e.getCause() instanceof SocketException
                    || e.getCause() instanceof UnresolvedAddressException
                    || e instanceof UnresolvedAddressException) {
                throw new CannotStartException(
                        "host " + listen.host() + " cannot be listened on; give an address of this machine as --host",
                        e);
            }
            throw e;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new CannotStartException(
                    "host " + host + " is not known; give an address of this machine as --host", e);
        }
    }

    /** What a client takes as its base URL; ends in {@code /api/v1}. */
    public String baseUrl() {
        return origin() + Operation.ROOT;
    }

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        return server.origin();
    }

    public int port() {
        return server.port();
    }

    public SimulatorConfig config() {
        return config;
    }

    /** How it proves to be itself, if it speaks TLS. */
    public Optional<TlsIdentity> identity() {
        return identity;
    }

    /** The token of the control API, if it was not given but made here. */
    public Optional<String> generatedAdminToken() {
        return assembly.generatedAdminToken();
    }

    /**
     * What everything so far would have cost in production, in lines for people: the total, then each model that cost
     * anything.
     */
    public String bill() {
        try {
            return "venice-sim: " + assembly.costs().inWords();
        } catch (StoreAwayException e) {
            return "venice-sim: what everything would have cost is in the database, which is away";
        }
    }

    /**
     * A line for each thing clients did so far that costs money or breaks in production; what is open now counts as
     * final.
     */
    public List<String> findings() {
        try {
            return assembly.findings().lines();
        } catch (StoreAwayException e) {
            return List.of();
        }
    }

    /** The findings about clients so far, of every world; what is open now counts as final. */
    public List<ClientFinding> clientFindings() {
        return assembly.findings().all();
    }

    /** Takes no new requests and waits, at most so long, for those in flight. */
    public void drain(Duration atMost) {
        try {
            assembly.release();
            server.drain(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops at once; what was changed is kept where a store keeps it. */
    @Override
    public void close() {
        server.close();
        assembly.close();
    }
}
