package dev.venicesim.torture;

import dev.venicesim.time.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Server in a process of its own, which is there to be killed. */
final class Victim implements AutoCloseable {

    private static final Pause LOOK = Pause.real();
    private static final Duration START = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final Path port;
    private final Path log;

    private Victim(Process process, Path port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts this program's {@code serve} over a store.
     *
     * @param folder where its log goes, and the file with its port
     * @param name what tells it from others that run at the same time
     */
    static Victim start(String store, String durability, Path folder, String name) throws IOException {
        var port = folder.resolve("port-" + name);
        var log = folder.resolve("log-" + name);
        Files.deleteIfExists(port);
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "dev.venicesim.cli.Main",
                "serve",
                "--port=0",
                "--port-file=" + port,
                "--durability=" + durability,
                "--job-time=polls:1",
                "--balance=" + Promises.OPENING,
                "--limits=off",
                "--log-level=warn");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("VENICE_SIM_"));
        // where a list of processes does not show it, since there may be a password in it
        builder.environment().put("VENICE_SIM_STORE", store);
        return new Victim(builder.start(), port, log);
    }

    /** Where it listens, once it does. */
    String origin() throws IOException, InterruptedException {
        for (var waited = 0L; waited < START.toMillis(); waited += LOOK_MILLIS) {
            if (Files.exists(port)) {
                return "http://127.0.0.1:" + Files.readString(port).strip();
            }
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "the server did not start: " + Files.readString(log).strip());
            }
        }
        throw new IOException("the server did not start within " + START.toSeconds() + " s");
    }

    /** Waits until a server says that its store is there. */
    static void awaitReady(String origin) throws IOException, InterruptedException {
        var client = new Client();
        for (var waited = 0L; client.get(origin + "/__sim/ready").status() != 200; waited += LOOK_MILLIS) {
            if (waited > START.toMillis()) {
                throw new IOException("a server did not find its store again within " + START.toSeconds() + " s");
            }
            LOOK.sleep(Duration.ofMillis(LOOK_MILLIS));
        }
    }

    /** Whether it lives on after so long. */
    boolean lives(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Where it says what goes wrong. */
    Path log() {
        return log;
    }

    /** SIGKILL: no handler runs, nothing is flushed. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
