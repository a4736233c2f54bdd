package dev.venicesim.acceptance.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Cluster of PostgreSQL as Debian ships it, in a temporary folder and on a port of its own. PostgreSQL does not run as
 * root, so under root it is the user {@code postgres}.
 */
public final class PostgresCluster implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "sim";
    private static final String PASSWORD = "s3cret-of-the-test";

    private final Path bin;
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresCluster(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** One that runs; the test is skipped where PostgreSQL is not installed. */
    public static PostgresCluster start() {
        var bin = bin();
        assumeTrue(bin.isPresent(), "PostgreSQL is not installed: there is no " + INSTALLED + "/*/bin/initdb");
        try {
            var cluster = new PostgresCluster(bin.get(), Files.createTempDirectory("venice-sim-postgres"), freePort());
            cluster.make();
            cluster.up();
            return cluster;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> bin() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(found -> Files.isExecutable(found.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void make() throws IOException {
        var password = folder.resolve("password");
        Files.writeString(password, PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        asUser(
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "--pwfile=" + password,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts it, and returns when it answers. Its disk is not waited for: only processes end here, and no machine. */
    public void up() {
        asUser(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-t",
                "120",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                        + " -c deadlock_timeout=200ms",
                "start");
    }

    /** Ends it as a crash does: no connection is told, nothing is written. */
    public void crash() {
        asUser("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    /** What a shell is told for it to crash and to be up again. */
    public String crashAndUp() {
        return String.join(
                " ",
                command(
                        "pg_ctl",
                        "-D",
                        data(),
                        "-w",
                        "-m",
                        "immediate",
                        "-l",
                        folder.resolve("log").toString(),
                        "restart"));
    }

    private void asUser(String tool, String... arguments) {
        run(command(tool, arguments));
    }

    /** Runs a program as the user that the cluster belongs to. */
    void asUser(List<String> program) {
        run(unprivileged(program));
    }

    private List<String> command(String tool, String... arguments) {
        var command = new ArrayList<String>();
        command.add(bin.resolve(tool).toString());
        command.addAll(List.of(arguments));
        return unprivileged(command);
    }

    private static List<String> unprivileged(List<String> program) {
        if (!isRoot()) {
            return program;
        }
        var command = new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        command.addAll(program);
        return command;
    }

    /** A new folder beside the data, which the cluster's user may write to; it goes with the cluster. */
    Path newFolder() throws IOException {
        var made = Files.createTempDirectory(folder, "beside");
        if (isRoot()) {
            run(List.of("chown", "postgres", made.toString()));
        }
        return made;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(List<String> command) {
        try {
            var said = folder.resolveSibling(folder.getFileName() + ".said");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            var code = process.waitFor();
            var text = Files.readString(said);
            Files.deleteIfExists(said);
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code + ": " + text);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The address, as {@code --store} takes it, of an empty database of its own. */
    public String newDatabase() {
        var name = "sim" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return address(name);
    }

    /** The address of a database, whether there is one or not. */
    public String address(String database) {
        return "postgresql://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + database;
    }

    /** The name of the database that an address leads to. */
    public static String databaseOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Carries out a statement in a database. */
    public void execute(String database, String sql) {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        try (var connection = DriverManager.getConnection(url, USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String user() {
        return USER;
    }

    public int port() {
        return port;
    }

    public String password() {
        return PASSWORD;
    }

    @Override
    public void close() {
        crash();
        run(List.of("rm", "-rf", folder.toString()));
    }
}
