package dev.venicesim.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A server under measurement, as a process of its own. */
public final class Subject implements AutoCloseable {

    private static final long TICK_MICROS = 10_000;

    private final String name;
    private final int port;
    private final Process process;
    private final Path log;
    private final long startMillis;
    private final long startCpuMicros;
    private final long startResidentMegabytes;

    private Subject(String name, int port, Process process, Path log, long startMillis) throws IOException {
        this.name = name;
        this.port = port;
        this.process = process;
        this.log = log;
        this.startMillis = startMillis;
        this.startCpuMicros = cpuMicros();
        this.startResidentMegabytes = residentMegabytes();
    }

    /** A line of a subjects file: name, ready path and command, separated by bars. */
    static Subject start(String line) throws Exception {
        var parts = line.split("\\|", 3);
        return start(parts[0].strip(), parts[2], parts[1].strip());
    }

    /**
     * Starts a command and waits for its first reply with status 200.
     *
     * @param command words; {@code {java}}, {@code {classpath}} and {@code {port}} stand for what they say
     * @param readyPath asked until it answers
     */
    public static Subject start(String name, String command, String readyPath) throws Exception {
        int port;
        try (var free = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var words = List.of(command.strip().split("\\s+", -1)).stream()
                .map(word -> word.replace("{port}", Integer.toString(port))
                        .replace(
                                "{java}",
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString())
                        .replace("{classpath}", System.getProperty("java.class.path")))
                .toList();
        var log = Files.createTempFile("bench-" + name, ".log");
        var started = System.nanoTime();
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!answers(port, readyPath)) {
            if (!process.isAlive() || System.nanoTime() - started > 180_000_000_000L) {
                throw new IOException(name + " did not start: " + Files.readString(log));
            }
            // a core that asks all the time is one that the subject does not have
            LockSupport.parkNanos(2_000_000);
        }
        return new Subject(name, port, process, log, (System.nanoTime() - started) / 1_000_000);
    }

    private static boolean answers(int port, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
            return answer.equals("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** What it has said so far. */
    public Path log() {
        return log;
    }

    long startMillis() {
        return startMillis;
    }

    /** User and system time of the process up to its first reply. */
    long startCpuMillis() {
        return startCpuMicros / 1000;
    }

    /** User and system time of the process so far; the kernel counts in hundredths of a second. */
    long cpuMicros() throws IOException {
        var fields = Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                .replaceAll(".*\\) ", "")
                .split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MICROS;
    }

    /** At its first reply. */
    long startResidentMegabytes() {
        return startResidentMegabytes;
    }

    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Whether the process is still there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
