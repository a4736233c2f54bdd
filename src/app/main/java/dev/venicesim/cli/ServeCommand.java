package dev.venicesim.cli;

import dev.venicesim.CannotStartException;
import dev.venicesim.Simulator;
import dev.venicesim.contract.WholeFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that runs the simulator until it is told to stop. */
@Command(
        name = "serve",
        description =
                "Runs the simulator. Every option can also be set as VENICE_SIM_<NAME>, such as VENICE_SIM_JOB_TIME.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ServeCommand implements Callable<Integer> {

    /** Requests in flight get this long to end after SIGTERM. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** More would scroll the bill away. */
    private static final int MOST_FINDINGS = 50;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Option(
            names = "--port-file",
            paramLabel = "FILE",
            description = "Gets the port alone, once connections are accepted.")
    private @Nullable Path portFile;

    @Mixin
    private RecordedRunOption run = new RecordedRunOption();

    @Mixin
    private LogLevel logLevel = new LogLevel();

    @Mixin
    private LogFormat logFormat = new LogFormat();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LastResort.install();
        logLevel.apply();
        logFormat.apply();
        tellUnknownVariables();
        var simulator = start();
        handleHangups(simulator);
        if (portFile != null) {
            writePort(portFile, simulator.port());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator), "venice-sim-stop"));
        var out = spec.commandLine().getOut();
        simulator.generatedAdminToken().ifPresent(token -> out.println("venice-sim admin token: " + token));
        simulator.tlsCa().ifPresent(file -> out.println("venice-sim certificate authority: " + file));
        out.println("venice-sim ready " + simulator.origin() + " edition="
                + simulator.config().worlds().edition());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private void handleHangups(Simulator simulator) {
        if (options.declareWorlds() || run.isWanted()) {
            HangupSignal.doing(() -> {
                if (options.declareWorlds()) {
                    HangupSignal.declare(simulator);
                }
                run.write(simulator);
            });
        }
    }

    private void tellUnknownVariables() {
        if (spec.commandLine().getDefaultValueProvider() instanceof EnvironmentDefaults environment) {
            var err = spec.commandLine().getErr();
            environment.unknown(spec.optionsMap().keySet()).forEach(line -> err.println("venice-sim: " + line));
            err.flush();
        }
    }

    private Simulator start() {
        try {
            run.check();
            return Simulator.start(options.config(run.journal()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(new IllegalArgumentException(blamed(String.valueOf(e.getMessage())), e));
        } catch (CannotStartException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private String blamed(String complaint) {
        return spec.commandLine().getDefaultValueProvider() instanceof EnvironmentDefaults environment
                ? environment.blamed(complaint)
                : complaint;
    }

    /** Whole, so that nobody reads half a number. */
    private static void writePort(Path file, int port) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailure.failed(
                    "port-file cannot be \"" + file
                            + "\": its folder does not exist; give a path in a folder that can be written",
                    new NoSuchFileException(String.valueOf(folder)));
        }
        try {
            WholeFile.write(file, Integer.toString(port));
        } catch (WholeFile.CannotWriteException e) {
            throw CommandFailure.failed("port-file " + e.getMessage(), e);
        }
    }

    private void stop(Simulator simulator) {
        run.write(simulator);
        simulator.drain(GRACE);
        simulator.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println(simulator.bill());
        spec.commandLine().getOut().flush();
        simulator.close();
    }
}
