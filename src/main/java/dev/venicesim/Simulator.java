package dev.venicesim;

import dev.venicesim.endpoint.Api;
import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.http.HttpServer;
import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import java.net.BindException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A running simulator. Starting another costs milliseconds; each has its own worlds and nothing is shared between them. */
public final class Simulator implements AutoCloseable {

    /** A simulator that could not start, with one line that says why and what to do. */
    public static final class CannotStartException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotStartException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Bodies of the API end here; a byte more is refused with 413. Source: Seedance guide, api-facts 11 #37. */
    private static final int MAX_BODY_BYTES = 35 * 1024 * 1024;

    private final SimulatorConfig config;
    private final Assembly assembly;
    private final HttpServer server;

    private Simulator(SimulatorConfig config, Assembly assembly, HttpServer server) {
        this.config = config;
        this.assembly = assembly;
        this.server = server;
    }

    /**
     * Starts a simulator; it answers when this returns.
     *
     * @throws CannotStartException if the port is taken or the host is not this machine's
     * @throws IllegalArgumentException if a file it was given cannot be read, naming setting, value and fix
     */
    public static Simulator start(SimulatorConfig config) {
        var assembly = new Assembly(config, isLoopback(config.listen().host()));
        return new Simulator(config, assembly, listen(config.listen(), assembly));
    }

    private static HttpServer listen(SimulatorConfig.Listen listen, Assembly assembly) {
        var settings = new HttpServer.Settings(
                listen.host(), listen.port(), listen.publicUrl(), listen.trustForwarded(), MAX_BODY_BYTES);
        var refusals = new HttpServer.Refusals(
                assembly::tooLarge, PathErrors::noRoom, RequestErrors::invalidJson, PathErrors::unknownError);
        try {
            return HttpServer.start(settings, refusals, assembly::handler);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new CannotStartException(
                        "port " + listen.port() + " on " + listen.host()
                                + " cannot be had: it is taken, or not this machine's address; give another --port (0 picks a free one) or --host",
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
        return origin() + Api.ROOT;
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

    /** The token of the control API, if it was not given but made here. */
    public Optional<String> generatedAdminToken() {
        return assembly.generatedAdminToken();
    }

    /** A world of its own for one client: a random key, no call. Asking it for what it saw goes by the control API. */
    public VeniceWorld newWorld() {
        return client().newWorld();
    }

    /** A client of this simulator's control API. */
    public SimulatorClient client() {
        var client = SimulatorClient.of(baseUrl());
        var token = generatedAdminToken().or(() -> config.secrets().adminToken());
        return token.map(client::withAdminToken).orElse(client);
    }

    /** What everything so far would have cost in production, in lines for people: the total, then each model that cost anything. */
    public String bill() {
        return "venice-sim: " + assembly.costs().inWords();
    }

    /** A line for each thing clients did so far that costs money or breaks in production; what is open now counts as final. */
    public List<String> findings() {
        return assembly.findings();
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

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }
}
