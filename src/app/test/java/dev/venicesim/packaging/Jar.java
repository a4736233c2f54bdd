package dev.venicesim.packaging;

import dev.venicesim.acceptance.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The jar as a process. */
final class Jar implements AutoCloseable {
    /** Longer than a busy machine needs, shorter than the suite lets a test hang. */
    private static final int PATIENCE_SECONDS = 150;

    private final Process process;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final CompletableFuture<Void> outRead;
    private final CompletableFuture<Void> errRead;

    private Jar(Process process) {
        this.process = process;
        outRead = CompletableFuture.runAsync(() -> copy(process.inputReader(), out));
        errRead = CompletableFuture.runAsync(() -> copy(process.errorReader(), err));
    }

    static Jar start(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, List.of(), arguments);
    }

    /** The jar where no more than so many files may be open. */
    static Jar withFiles(int most, String... arguments) throws IOException {
        return start(Map.of(), List.of("sh", "-c", "ulimit -n " + most + " && exec \"$0\" \"$@\""), arguments);
    }

    private static Jar start(Map<String, String> environment, List<String> before, String... arguments)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("venice-sim.jar")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("VENICE_SIM_"));
        builder.environment().putAll(environment);
        return new Jar(builder.start());
    }

    private static void copy(BufferedReader from, StringBuilder to) {
        from.lines().forEach(line -> {
            synchronized (to) {
                to.append(line).append('\n');
                to.notifyAll();
            }
        });
    }

    String lineWith(String text) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (out) {
            while (true) {
                var line = out.toString()
                        .lines()
                        .filter(each -> each.contains(text))
                        .findFirst();
                if (line.isPresent()) {
                    return line.get();
                }
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || !process.isAlive()) {
                    throw new AssertionError("no line with " + text + " in " + out + text(err));
                }
                out.wait(Math.min(left, 200));
            }
        }
    }

    void terminate() {
        // of the handle, since destroying the process itself closes its streams
        process.toHandle().destroy();
    }

    /** SIGKILL: no handler runs. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    void refusesConnectionsOrAnswers503(int port) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                if (new Http("http://127.0.0.1:" + port).get("/__sim/health").status() == 503) {
                    return;
                }
            } catch (UncheckedIOException e) {
                return;
            }
        }
        throw new AssertionError("new requests are still taken");
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + text(out) + text(err));
        }
        outRead.join();
        errRead.join();
        return process.exitValue();
    }

    String output() {
        return text(out);
    }

    String errors() {
        return text(err);
    }

    private static String text(StringBuilder lines) {
        synchronized (lines) {
            return lines.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
