package dev.venicesim.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Schema of a shared store: its tables, made if they are not there. */
final class PostgresSchema {

    /** The version of the tables below; those of a later one are left alone. */
    static final int VERSION = 1;

    /** The oldest server that is known to do. */
    private static final int OLDEST_SERVER = 12;

    /** Notes of journals that a server finds when it starts. */
    static final int KEPT_NOTES = 20_000;

    /** So that replicas that start together make them once. */
    private static final long LOCK = 0x5653696dL;

    private static final String TABLES = "CREATE TABLE IF NOT EXISTS venice_sim_format (version int NOT NULL);"
            + " INSERT INTO venice_sim_format SELECT " + VERSION
            + " WHERE NOT EXISTS (SELECT 1 FROM venice_sim_format);"
            // in the order of bytes, as everywhere else
            + " CREATE TABLE IF NOT EXISTS venice_sim_state (partition text COLLATE \"C\" NOT NULL,"
            + " kind text COLLATE \"C\" NOT NULL, id text COLLATE \"C\" NOT NULL, name text, value text,"
            + " version bigint NOT NULL, removed timestamptz, PRIMARY KEY (partition, kind, id));"
            + " CREATE INDEX IF NOT EXISTS venice_sim_state_version ON venice_sim_state (partition, version);"
            + " CREATE INDEX IF NOT EXISTS venice_sim_state_removed ON venice_sim_state (removed)"
            + " WHERE removed IS NOT NULL;"
            + " CREATE TABLE IF NOT EXISTS venice_sim_journal (seq bigserial PRIMARY KEY,"
            + " world text COLLATE \"C\" NOT NULL, n bigint NOT NULL, server text COLLATE \"C\" NOT NULL,"
            + " own bigint NOT NULL, note text NOT NULL, UNIQUE (server, own));"
            + " CREATE INDEX IF NOT EXISTS venice_sim_journal_world ON venice_sim_journal (world, n)";

    /** What is gone is told of for an hour; a process that has not asked for so long reads a partition as a whole. */
    private static final String SWEEP = "DELETE FROM venice_sim_state WHERE removed < now() - interval '1 hour';"
            // of each world the latest request stays, since the next one is counted from it
            + " DELETE FROM venice_sim_journal j WHERE seq <= (SELECT max(seq) FROM venice_sim_journal) - " + KEPT_NOTES
            + " AND (n = 0 OR n < (SELECT max(n) FROM venice_sim_journal t WHERE t.world = j.world))";

    private PostgresSchema() {}

    /** @throws CannotOpenStoreException if the tables are of a later version, or the server is too old */
    static void prepare(PostgresSession session, PostgresFailures failures) throws SQLException {
        var connection = session.connection();
        var server = connection.getMetaData().getDatabaseMajorVersion();
        if (server < OLDEST_SERVER) {
            throw failures.oldServer(server, OLDEST_SERVER);
        }
        connection.setAutoCommit(false);
        try {
            run(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (number(connection, "SELECT count(*) FROM pg_class WHERE oid = to_regclass('venice_sim_format')") == 0) {
                run(connection, TABLES);
            }
            var version = number(connection, "SELECT max(version) FROM venice_sim_format");
            if (version > VERSION) {
                throw failures.laterVersion(version, VERSION);
            }
            // tells missing rights at the start, and not with the first request
            run(connection, "UPDATE venice_sim_format SET version = version");
            run(connection, "DELETE FROM venice_sim_state WHERE false");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Lets go of what has been gone for long. */
    static void sweep(PostgresSession session) throws SQLException {
        run(session.connection(), SWEEP);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
