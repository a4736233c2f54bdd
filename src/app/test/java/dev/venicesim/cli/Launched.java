package dev.venicesim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code venice-sim} as a process of its own, as a shell starts it. */
final class Launched implements AutoCloseable {

    private final Process process;
    private final Path printed;

    private Launched(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Starts a command in a folder, with the API key in the environment as {@code KEY}. */
    static Launched in(Path folder, List<String> jvm, List<String> words, String key) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
        command.addAll(words);
        var printed = Files.createTempFile(folder, "printed", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("KEY", key);
        return new Launched(builder.start(), printed);
    }

    private static String classPath() {
        var absolute = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            absolute.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, absolute);
    }

    /** As {@code kill} does: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -HUP} does. */
    void hangUp() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(150, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    /** Waits until these words are printed. */
    void await(String words) throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
        while (!printed().contains(words)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new AssertionError("\"" + words + "\" is not in: " + printed());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
