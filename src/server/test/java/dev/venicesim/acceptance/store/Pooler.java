package dev.venicesim.acceptance.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PgBouncer in transaction mode, as Debian ships it, in front of a {@link PostgresCluster}. */
final class Pooler implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final PostgresCluster cluster;
    private final Path folder;
    private final int port;

    private Pooler(PostgresCluster cluster, Path folder, int port) {
        this.cluster = cluster;
        this.folder = folder;
        this.port = port;
    }

    /** One that runs; the test is skipped where PgBouncer is not installed. */
    static Pooler before(PostgresCluster cluster) {
        assumeTrue(Files.isExecutable(PROGRAM), "PgBouncer is not installed: there is no " + PROGRAM);
        try {
            var pooler = new Pooler(cluster, cluster.newFolder(), PostgresCluster.freePort());
            Files.writeString(pooler.file("users"), "\"" + cluster.user() + "\" \"" + cluster.password() + "\"\n");
            Files.writeString(pooler.file("ini"), pooler.settings());
            cluster.asUser(List.of(PROGRAM.toString(), "-d", pooler.file("ini").toString()));
            return pooler;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve("pooler." + name);
    }

    private String settings() {
        return String.join(
                "\n",
                "[databases]",
                "* = host=127.0.0.1 port=" + cluster.port(),
                "[pgbouncer]",
                "listen_addr = 127.0.0.1",
                "listen_port = " + port,
                "unix_socket_dir =",
                "auth_type = scram-sha-256",
                "auth_file = " + file("users"),
                "pool_mode = transaction",
                "ignore_startup_parameters = extra_float_digits",
                "pidfile = " + file("pid"),
                "logfile = " + file("log"),
                "");
    }

    /** The address of a database, past this. */
    String addressFor(String address) {
        return address.replace(":" + cluster.port() + "/", ":" + port + "/");
    }

    @Override
    public void close() {
        try {
            var pid = Long.parseLong(Files.readString(file("pid")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
