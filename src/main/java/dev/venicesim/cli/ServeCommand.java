package dev.venicesim.cli;

import dev.venicesim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the simulator until it is told to stop. */
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
    private LogLevel logLevel = new LogLevel();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        logLevel.apply();
        var simulator = start();
        if (portFile != null) {
            writePort(portFile, simulator.port());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator), "venice-sim-stop"));
        var out = spec.commandLine().getOut();
        simulator.generatedAdminToken().ifPresent(token -> out.println("venice-sim admin token: " + token));
        out.println("venice-sim ready " + simulator.origin() + " edition="
                + simulator.config().worlds().edition());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private Simulator start() {
        try {
            return Simulator.start(options.config());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        } catch (Simulator.CannotStartException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** In one step, so that nobody reads half a number. */
    private static void writePort(Path file, int port) {
        try {
            var whole = file.toAbsolutePath();
            if (whole.getParent() == null || !Files.isDirectory(whole.getParent())) {
                throw new IOException("its folder does not exist");
            }
            var part = Files.createTempFile(whole.getParent(), ".port", null);
            Files.writeString(part, Integer.toString(port));
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "port-file cannot be \"" + file + "\": " + e.getMessage()
                            + "; give a path in a folder that can be written",
                    e);
        }
    }

    private void stop(Simulator simulator) {
        simulator.drain(GRACE);
        simulator.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println(simulator.bill());
        spec.commandLine().getOut().flush();
        simulator.close();
    }
}
