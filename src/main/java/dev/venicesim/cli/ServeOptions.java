package dev.venicesim.cli;

import dev.venicesim.SimulatorConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} that configure the simulator. */
final class ServeOptions {

    /** A switch as users write it. */
    enum Switch {
        ON,
        OFF
    }

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "Port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--edition",
            defaultValue = "2026-06-17",
            paramLabel = "DATE",
            description = "The API as it stood on this date: 2026-06-17 or 2026-08-21 (default: ${DEFAULT-VALUE}).")
    private String edition = "2026-06-17";

    @Option(names = "--scenario", paramLabel = "NAME|FILE", description = "Scenario of worlds nobody declared.")
    private @Nullable String scenario;

    @Option(
            names = "--stubs",
            paramLabel = "DIR",
            description = "WireMock root (mappings/, __files/) that answers first.")
    private @Nullable Path stubs;

    @Option(
            names = "--job-time",
            defaultValue = "5s",
            paramLabel = "TIME",
            description = "How long jobs take: realistic, a duration, or polls:N (default: ${DEFAULT-VALUE}).")
    private String jobTime = "5s";

    @Option(
            names = "--balance",
            defaultValue = "100.00",
            paramLabel = "USD",
            description = "What a new API key's account opens with (default: ${DEFAULT-VALUE}).")
    private String balance = "100.00";

    @Option(
            names = "--quirk",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Flips one point where documents and observation disagree; repeatable.")
    private Map<String, String> quirks = new LinkedHashMap<>();

    @Option(
            names = "--limits",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "Whether request limits apply (default: ${DEFAULT-VALUE}).")
    private Switch limits = Switch.ON;

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description = "A saved reply of /models?type=video to simulate instead.")
    private @Nullable Path models;

    @Option(names = "--prices", paramLabel = "FILE", description = "Price rows that replace the built-in ones.")
    private @Nullable Path prices;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "Where clients reach the simulator; stands in links and challenges instead of the host they called.")
    private @Nullable String publicUrl;

    @Option(names = "--trust-forwarded", description = "Believe the X-Forwarded-* headers of a proxy.")
    private boolean trustForwarded;

    @Option(
            names = "--link-secret",
            paramLabel = "SECRET",
            description = "What download links are signed with (default: random).")
    private @Nullable String linkSecret;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description = "Guards /__sim on a host that is not loopback; none opens it (default: random there).")
    private @Nullable String adminToken;

    @Option(
            names = "--max-worlds",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Worlds kept; the idlest goes first (default: ${DEFAULT-VALUE}).")
    private int maxWorlds;

    @Option(
            names = "--journal",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Journal entries kept per world (default: ${DEFAULT-VALUE}).")
    private int journal;

    @Option(
            names = "--store",
            defaultValue = "memory",
            paramLabel = "KIND",
            description = "Where state is kept: memory (default: ${DEFAULT-VALUE}).")
    private String store = "memory";

    /**
     * The configuration these options stand for.
     *
     * @throws IllegalArgumentException naming setting, value and fix
     */
    SimulatorConfig config() {
        var builder = SimulatorConfig.builder()
                .host(host)
                .port(port)
                .edition(edition)
                .jobTime(jobTime)
                .balance(balance)
                .limits(limits == Switch.ON)
                .trustForwarded(trustForwarded)
                .maxWorlds(maxWorlds)
                .journal(journal)
                .store(store);
        quirks.forEach(builder::quirk);
        given(scenario, builder::scenario);
        given(stubs, builder::stubs);
        given(models, builder::models);
        given(prices, builder::prices);
        given(publicUrl, builder::publicUrl);
        given(linkSecret, builder::linkSecret);
        given(adminToken, builder::adminToken);
        return builder.build();
    }

    private static <T> void given(@Nullable T value, java.util.function.Consumer<T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }
}
