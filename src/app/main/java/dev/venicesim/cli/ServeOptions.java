package dev.venicesim.cli;

import dev.venicesim.Defaults;
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
            defaultValue = Defaults.HOST,
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "" + Defaults.PORT,
            paramLabel = "N",
            description = "Port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--edition",
            defaultValue = Defaults.EDITION,
            paramLabel = "DATE",
            completionCandidates = EditionOption.Ids.class,
            description = "The API as it stood on this date: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String edition;

    @Option(names = "--scenario", paramLabel = "NAME|FILE", description = "Scenario of worlds nobody declared.")
    private @Nullable String scenario;

    @Option(
            names = "--stubs",
            paramLabel = "DIR",
            description = "WireMock root (mappings/, __files/) that answers first.")
    private @Nullable Path stubs;

    @Option(
            names = "--job-time",
            defaultValue = Defaults.JOB_TIME,
            paramLabel = "TIME",
            description = "How long jobs take: realistic, a duration, or polls:N (default: ${DEFAULT-VALUE}).")
    private String jobTime;

    @Option(
            names = "--balance",
            defaultValue = Defaults.BALANCE_USD,
            paramLabel = "USD",
            description = "What a new API key's account opens with (default: ${DEFAULT-VALUE}).")
    private String balance;

    @Option(
            names = "--quirk",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Flips one point where documents and observation disagree; repeatable.")
    private Map<String, String> quirks = new LinkedHashMap<>();

    @Option(
            names = "--limits",
            defaultValue = Defaults.LIMITS ? "on" : "off",
            paramLabel = "on|off",
            description = "Whether request limits apply (default: ${DEFAULT-VALUE}).")
    private Switch limits;

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description = "A saved reply of /models?type=video to simulate instead.")
    private @Nullable Path models;

    @Option(names = "--prices", paramLabel = "FILE", description = "Price rows that replace the built-in ones.")
    private @Nullable Path prices;

    @Option(
            names = "--worlds",
            paramLabel = "FILE",
            description = "Worlds to declare at the start, and again on SIGHUP: YAML or JSON, a list under worlds.")
    private @Nullable Path worlds;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Where clients reach the simulator; stands in links and challenges instead of the host they"
                    + " called.")
    private @Nullable String publicUrl;

    @Option(names = "--trust-forwarded", description = "Believe the X-Forwarded-* headers of a proxy.")
    private boolean trustForwarded;

    @Option(
            names = "--tls",
            paramLabel = "generated|FILE",
            description = "HTTPS, with a certificate made for this run or with a PKCS12 file's; HTTP/2 by ALPN.")
    private @Nullable String tls;

    @Option(
            names = "--tls-password",
            paramLabel = "PASSWORD",
            description = "What opens the PKCS12 file; best given as VENICE_SIM_TLS_PASSWORD.")
    private @Nullable String tlsPassword;

    @Option(
            names = "--tls-ca",
            defaultValue = ServedTls.CA_FILE,
            paramLabel = "FILE",
            description =
                    "Gets the certificate of the authority that signed a generated one, which clients have to trust"
                            + " (default: ${DEFAULT-VALUE}).")
    private Path tlsCa;

    @Option(
            names = "--link-secret",
            paramLabel = "SECRET",
            description = "What download links are signed with (default: random).")
    private @Nullable String linkSecret;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description = "Guards /__sim; none opens it (default: open on a loopback host, random on any other).")
    private @Nullable String adminToken;

    @Option(
            names = "--viewer-token",
            paramLabel = "TOKEN",
            description = "A second token for /__sim, which reads and never changes anything.")
    private @Nullable String viewerToken;

    @Option(
            names = "--max-worlds",
            defaultValue = "" + Defaults.MAX_WORLDS,
            paramLabel = "N",
            description = "Worlds kept; the idlest goes first (default: ${DEFAULT-VALUE}).")
    private int maxWorlds;

    @Option(
            names = "--journal",
            defaultValue = "" + Defaults.JOURNAL,
            paramLabel = "N",
            description = "Journal entries kept per world (default: ${DEFAULT-VALUE}).")
    private int journal;

    @Option(
            names = "--store",
            defaultValue = Defaults.STORE,
            paramLabel = "memory|file:PATH|postgresql://...",
            description = "Where state is kept (default: ${DEFAULT-VALUE}); a file belongs to one process, and replicas"
                    + " share a database, postgresql://USER:PASSWORD@HOST:PORT/DATABASE.")
    private String store;

    @Option(
            names = "--durability",
            defaultValue = Defaults.DURABILITY,
            paramLabel = "process|power",
            description =
                    "What a reply promises of a store in a file: to survive the process, or a loss of power (default:"
                            + " ${DEFAULT-VALUE}).")
    private String durability;

    /**
     * The configuration these options stand for.
     *
     * @param leastJournal entries kept per world whatever the option says
     * @throws IllegalArgumentException naming setting, value and fix
     */
    SimulatorConfig config(int leastJournal) {
        var builder = SimulatorConfig.builder()
                .host(host)
                .port(port)
                .edition(edition)
                .jobTime(jobTime)
                .balance(balance)
                .limits(limits == Switch.ON)
                .trustForwarded(trustForwarded)
                .maxWorlds(maxWorlds)
                .journal(journal < 0 ? journal : Math.max(journal, leastJournal))
                .store(store)
                .durability(durability);
        quirks.forEach(builder::quirk);
        given(scenario, builder::scenario);
        given(stubs, builder::stubs);
        given(models, builder::models);
        given(prices, builder::prices);
        given(worlds, builder::worlds);
        given(publicUrl, builder::publicUrl);
        given(tls, builder::tls);
        given(tlsPassword, builder::tlsPassword);
        builder.tlsCa(tlsCa);
        given(linkSecret, builder::linkSecret);
        given(adminToken, builder::adminToken);
        given(viewerToken, builder::viewerToken);
        return builder.build();
    }

    boolean declareWorlds() {
        return worlds != null;
    }

    private static <T> void given(@Nullable T value, java.util.function.Consumer<T> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }
}
