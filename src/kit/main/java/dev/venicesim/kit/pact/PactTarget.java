package dev.venicesim.kit.pact;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.client.SimulatorClient;
import java.util.Optional;

/**
 * Target that pacts are verified against: a simulator started for the purpose, one that runs elsewhere, or the real
 * API. Immutable.
 */
public final class PactTarget {

    private final Optional<SimulatorConfig> own;
    private final String baseUrl;
    private final Optional<String> adminToken;
    private final Optional<String> apiKey;
    private final boolean spending;

    private PactTarget(
            Optional<SimulatorConfig> own,
            String baseUrl,
            Optional<String> adminToken,
            Optional<String> apiKey,
            boolean spending) {
        this.own = own;
        this.baseUrl = baseUrl;
        this.adminToken = adminToken;
        this.apiKey = apiKey;
        this.spending = spending;
    }

    /** A simulator that is started for the test class, on a free port, and closed after it. */
    public static PactTarget simulator() {
        return simulator(SimulatorConfig.builder().port(0).build());
    }

    /** The same, set up in one's own way. */
    public static PactTarget simulator(SimulatorConfig config) {
        return new PactTarget(Optional.of(config), "", Optional.empty(), Optional.empty(), false);
    }

    /**
     * What answers at a base URL, such as {@code https://api.venice.ai/api/v1}. A simulator there has its states set
     * up; elsewhere interactions whose state nobody can set up, or which cost money, are skipped.
     *
     * @throws IllegalArgumentException if it is no such URL
     */
    public static PactTarget at(String baseUrl) {
        return new PactTarget(
                Optional.empty(), SimulatorClient.of(baseUrl).baseUrl(), Optional.empty(), Optional.empty(), false);
    }

    /** The same, with the admin token of a simulator that listens beyond its own machine. */
    public PactTarget withAdminToken(String token) {
        return new PactTarget(own, baseUrl, Optional.of(token), apiKey, spending);
    }

    /**
     * The same, with the key that takes the place of the pact's own where no simulator makes one; it fulfils the state
     * {@code a funded key}.
     */
    public PactTarget withApiKey(String key) {
        return new PactTarget(own, baseUrl, adminToken, Optional.of(key), spending);
    }

    /**
     * The same, with leave to make requests that cost money at the real API: queue, transcriptions and paid top-ups.
     */
    public PactTarget spending() {
        return new PactTarget(own, baseUrl, adminToken, apiKey, true);
    }

    Optional<SimulatorConfig> own() {
        return own;
    }

    /** Empty for a simulator of one's own. */
    String baseUrl() {
        return baseUrl;
    }

    Optional<String> adminToken() {
        return adminToken;
    }

    Optional<String> apiKey() {
        return apiKey;
    }

    boolean maySpend() {
        return spending;
    }

    /** Keeps key and token out of logs. */
    @Override
    public String toString() {
        return own.isPresent() ? "a simulator of its own" : baseUrl;
    }
}
