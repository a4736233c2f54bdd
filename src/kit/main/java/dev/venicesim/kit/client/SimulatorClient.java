package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A running simulator by URL: one in this JVM, a container, or a server in staging. Immutable and thread-safe. */
public final class SimulatorClient {

    private static final String API = "/api/v1";
    private static final int KEY_BYTES = 20;

    private final String origin;
    private final ControlClient control;
    private final SecureRandom random = new SecureRandom();

    private SimulatorClient(String origin, ControlClient control) {
        this.origin = origin;
        this.control = control;
    }

    /**
     * The simulator behind a base URL.
     *
     * @param baseUrl what clients take, ending in {@code /api/v1}; without that path it is added
     * @throws IllegalArgumentException if it is no such URL
     */
    public static SimulatorClient of(String baseUrl) {
        var trimmed = baseUrl.strip().replaceAll("/+$", "");
        var origin = trimmed.endsWith(API) ? trimmed.substring(0, trimmed.length() - API.length()) : trimmed;
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException("base URL \"" + baseUrl
                    + "\" is not that of a simulator; give one such as http://127.0.0.1:8080" + API);
        }
        return new SimulatorClient(origin, ControlClient.of(origin));
    }

    /** The same simulator, in this JVM: what changes it reaches it without a connection. */
    public SimulatorClient changedBy(ControlTransport transport) {
        return new SimulatorClient(origin, control.changedBy(transport));
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            return scheme.matches("https?")
                    && uri.getHost() != null
                    && uri.getRawPath().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same simulator, asked with the admin token that hosts other than loopback want. */
    public SimulatorClient withAdminToken(String token) {
        return new SimulatorClient(origin, control.withToken(token));
    }

    /** The same simulator over TLS, asked by a client that trusts what this context knows. */
    public SimulatorClient trusting(SSLContext context) {
        return new SimulatorClient(origin, control.trusting(context));
    }

    /** What a client takes as its base URL; ends in {@code /api/v1}. */
    public String baseUrl() {
        return origin + API;
    }

    /** A new world with the server's defaults: a random key, no call. */
    public VeniceWorld newWorld() {
        return newWorld(WorldSettings.none());
    }

    /** A new world, declared when its key is first asked for. */
    public VeniceWorld newWorld(WorldSettings settings) {
        return world(newKey(), settings);
    }

    /** The world of a key; it may exist already, as a server's own settings have it. */
    public VeniceWorld world(String apiKey) {
        return world(apiKey, WorldSettings.none());
    }

    /** A world of a key of one's own choice, declared when the key is first asked for. */
    public VeniceWorld world(String apiKey, WorldSettings settings) {
        return new VeniceWorld(baseUrl(), new WorldRegistration(control, settings, apiKey), random);
    }

    /** Forgets the world of a key, or of a world's id, if there is one. */
    public void forget(String apiKey) {
        try {
            control.delete("/worlds/" + WorldRegistration.segment(apiKey));
        } catch (ControlException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    /** The run of the world that was used last, as {@code venice-sim replay} takes it; empty if there is no world. */
    public Optional<String> latestRun() {
        return control.get("/worlds?limit=1").path("worlds").findValuesAsText("id").stream()
                .findFirst()
                .map(id -> control.text("/worlds/" + id + "/run"));
    }

    /** Version and edition of the simulator, from its health check. */
    public JsonNode health() {
        return control.get("/health");
    }

    /** What of its edition's contract clients have met since it started, as {@code venice-sim coverage} takes it. */
    public JsonNode coverage() {
        return control.get("/coverage");
    }

    /** Has changed scenario files read again, all or none. */
    public void reloadScenarios() {
        control.send("POST", "/scenarios/reload", Json.object());
    }

    /**
     * Sets Pact provider states up in a world that none but the key in the reply sees; docs/pact.md lists the states.
     *
     * @param change {@code {"action":"setup","states":[{"name":"...","params":{}}]}}
     * @return the values they came to, {@code apiKey} and {@code world} among them
     */
    public JsonNode pactStates(JsonNode change) {
        return control.send("POST", "/pact/states?standIn=false", change);
    }

    private String newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return "VENICE_INFERENCE_KEY_" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return baseUrl();
    }
}
