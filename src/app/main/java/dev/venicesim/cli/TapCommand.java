package dev.venicesim.cli;

import dev.venicesim.Defaults;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.run.Cancellation;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.money.Usd;
import dev.venicesim.tap.SessionFiles;
import dev.venicesim.tap.Tap;
import dev.venicesim.tap.TapTarget;
import dev.venicesim.time.Durations;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that records what a client asks of a target, between the two. */
@Command(
        name = "tap",
        description = {
            "Stands between a client and a target, passes on what the client asks, and writes it down when it ends:",
            "as a scenario, WireMock stubs, a pact and price rows, without keys, signatures, tokens and e-mail names.",
            "Calls that cost money pass only with --max-usd. Ends at SIGTERM or Ctrl-C, or after --for.",
            "Exits 0 when the files are written, 2 on misuse, 3 if the target cannot be reached."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class TapCommand extends ContractCommand {

    /** Beside a simulator that listens where serve does. */
    private static final String PORT = "8081";

    /** Requests in flight get this long to end. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Gets the files: scenario.json, stubs, pact.json and prices.json; a new or empty folder.")
    private @Nullable Path out;

    @Option(
            names = "--host",
            defaultValue = Defaults.HOST,
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = Defaults.HOST;

    @Option(
            names = "--port",
            defaultValue = PORT,
            paramLabel = "N",
            description = "Port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--for", paramLabel = "DURATION", description = "Ends after so long, such as 10m.")
    private @Nullable String duration;

    @Option(
            names = "--consumer",
            defaultValue = "client",
            paramLabel = "NAME",
            description = "The client's name in the pact (default: ${DEFAULT-VALUE}).")
    private String consumer = "client";

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private SpendingOptions spending = new SpendingOptions();

    @Override
    int run() throws InterruptedException {
        var lasting = duration == null ? FOR_EVER : lasting(duration);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port cannot be \"" + port + "\"; give 0 to 65535");
        }
        var api = target.target(Optional.empty(), Target.Manner.real());
        var files = new SessionFiles(out == null ? Path.of("") : out, consumer, otherEdition());
        var ledger = spending.ledger().map(file -> file.open(api));
        var cap = spending.cap().map(usd -> new SpendingCap(usd, Usd.ZERO, ledger));
        files.prepare();
        api.askUntilAnswered(TargetRequest.get("/models?type=video"));
        var stop = new Cancellation(Pause.real());
        var signal = ShutdownSignal.stopping(stop, out(), err());
        try (var tap = start(new TapTarget(api.baseUrl(), target.trust()), cap)) {
            out().println("venice-sim tap ready " + tap.baseUrl() + " target=" + api.baseUrl());
            out().flush();
            await(stop, lasting);
            tap.drain(GRACE);
            write(tap, files, api);
            return 0;
        } finally {
            signal.release();
        }
    }

    private Tap start(TapTarget to, Optional<SpendingCap> cap) {
        try {
            return Tap.start(to, new Tap.Address(host, port), cap, TimeSource.system());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new IllegalArgumentException(
                        "port cannot be \"" + port + "\": " + e.getCause().getMessage()
                                + "; give another, or 0 for a free one",
                        e);
            }
            throw e;
        }
    }

    private static Duration lasting(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("for cannot be \"" + text + "\"; give a duration such as 10m", e);
        }
    }

    /** What a scenario need not say is left to whoever plays it. */
    private String otherEdition() {
        var id = edition.edition().id();
        return id.equals(ApiEdition.DEFAULT) ? "" : id;
    }

    private static void await(Cancellation stop, Duration lasting) {
        try {
            stop.sleep(lasting);
        } catch (InterruptedException e) {
            // the user has had enough; what was recorded is written
            return;
        }
    }

    private void write(Tap tap, SessionFiles files, Target api) {
        var session = tap.session();
        var said = "recorded " + session.entries().size() + " requests, spent " + tap.spent() + " USD by quotes";
        out().println(session.lost() == 0 ? said : said + "; " + session.lost() + " more found no room");
        var source = "recorded from " + URI.create(api.baseUrl()).getHost();
        files.write(session, source, api.time().now()).forEach(out()::println);
    }
}
