package dev.venicesim.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Session with a database: the few statements of a shared store, each call one round trip. Nothing outlives its
 * transaction, so that a pooler may give every transaction another session.
 */
final class PostgresSession implements AutoCloseable {

    /** By an index each, whatever the planner thinks of it. */
    private static final String CHANGES = "SELECT s.partition, s.kind, s.id, s.name, s.value, s.version"
            + " FROM unnest(?::text[], ?::bigint[]) AS k(partition, version) CROSS JOIN LATERAL"
            + " (SELECT * FROM venice_sim_state t WHERE t.partition = k.partition AND t.version > k.version OFFSET 0) s";

    /**
     * Whatever the database's defaults: what is read after the lock is read as it is after the lock. A process that
     * stands still gives its lock back after ten seconds.
     */
    private static final String LOCKED = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;"
            + " SELECT pg_advisory_xact_lock(?), set_config('idle_in_transaction_session_timeout', '10000', true); "
            + CHANGES;

    private static final String WRITE =
            "INSERT INTO venice_sim_state (partition, kind, id, name, value, version, removed)"
                    + " SELECT ?, r.kind, r.id, r.name, r.value, ?, CASE WHEN r.value IS NULL THEN now() END"
                    + " FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS r(kind, id, name, value)"
                    + " ON CONFLICT (partition, kind, id) DO UPDATE SET value = excluded.value, version = excluded.version,"
                    + " removed = excluded.removed";

    private static final String CLEAR = "DELETE FROM venice_sim_state WHERE partition = ?; ";

    private static final String UNHURRIED = "SELECT set_config('synchronous_commit', 'off', true); ";

    private static final String COMMIT = "; COMMIT";

    private static final String SERVER_VALUES = "SELECT partition, kind, id, name, value, version FROM venice_sim_state"
            + " WHERE partition >= ? AND partition < ? AND value IS NOT NULL ORDER BY partition DESC LIMIT ? OFFSET ?";

    private static final int COLUMNS = 6;

    private final Connection connection;

    PostgresSession(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** The journal, in the same session. */
    JournalTable journal() {
        return new JournalTable(connection);
    }

    /** The instant by the database's clock. */
    Instant now() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Begins a transaction, takes a partition's lock in it, and reads what has changed since these versions. */
    Map<String, List<ChangedRow>> lock(Partition partition, Map<Partition, Long> since) throws SQLException {
        try (var statement = connection.prepareStatement(LOCKED)) {
            statement.setLong(1, partition.lock());
            since(statement, 2, since);
            return rows(statement);
        }
    }

    /** What has changed since these versions. */
    Map<String, List<ChangedRow>> changes(Map<Partition, Long> since) throws SQLException {
        try (var statement = connection.prepareStatement(CHANGES)) {
            since(statement, 1, since);
            return rows(statement);
        }
    }

    /** The server's values of a kind. */
    List<ChangedRow> serverValues(String prefix, int offset, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SERVER_VALUES)) {
            statement.setString(1, prefix);
            statement.setString(2, prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1));
            statement.setInt(3, limit);
            statement.setInt(4, offset);
            var found = new ArrayList<ChangedRow>();
            rows(statement).values().forEach(found::addAll);
            return found;
        }
    }

    private void since(PreparedStatement statement, int at, Map<Partition, Long> since) throws SQLException {
        statement.setArray(
                at,
                connection.createArrayOf(
                        "text", since.keySet().stream().map(Partition::name).toArray()));
        statement.setArray(at + 1, numbers(since.values().toArray()));
    }

    /** What the last of its statements found, by partition. */
    private static Map<String, List<ChangedRow>> rows(PreparedStatement statement) throws SQLException {
        var more = statement.execute();
        while (true) {
            if (!more && statement.getUpdateCount() < 0) {
                return Map.of();
            }
            if (more) {
                var rows = statement.getResultSet();
                if (rows.getMetaData().getColumnCount() == COLUMNS) {
                    return byPartition(rows);
                }
            }
            more = statement.getMoreResults();
        }
    }

    private static Map<String, List<ChangedRow>> byPartition(ResultSet rows) throws SQLException {
        var byPartition = new LinkedHashMap<String, List<ChangedRow>>();
        while (rows.next()) {
            var partition = rows.getString(1);
            byPartition
                    .computeIfAbsent(partition, name -> new ArrayList<>())
                    .add(new ChangedRow(
                            partition,
                            rows.getString(2),
                            RowName.of(rows.getString(3), Optional.ofNullable(rows.getString(4))),
                            Optional.ofNullable(rows.getString(5)),
                            rows.getLong(6)));
        }
        return byPartition;
    }

    /**
     * Changes of a partition.
     *
     * @param version the one that they make
     * @param clear whether nothing stays of what was there
     * @param lasting whether the commit waits for the disk
     * @param rows what is put, and without a value what is gone
     */
    record Changes(String partition, long version, boolean clear, boolean lasting, Collection<ChangedRow> rows) {}

    /** Writes changes and commits. */
    void commit(Changes changes) throws SQLException {
        var sql = (changes.lasting() ? "" : UNHURRIED) + (changes.clear() ? CLEAR : "") + WRITE + COMMIT;
        try (var statement = connection.prepareStatement(sql)) {
            var at = 1;
            if (changes.clear()) {
                statement.setString(at++, changes.partition());
            }
            statement.setString(at++, changes.partition());
            statement.setLong(at++, changes.version());
            var rows = changes.rows();
            statement.setArray(at++, texts(rows.stream().map(ChangedRow::kind).toArray()));
            statement.setArray(
                    at++, texts(rows.stream().map(row -> RowName.key(row.id())).toArray()));
            statement.setArray(
                    at++,
                    texts(rows.stream()
                            .map(row -> RowName.name(row.id()).orElse(null))
                            .toArray()));
            statement.setArray(
                    at, texts(rows.stream().map(row -> row.value().orElse(null)).toArray()));
            statement.execute();
        }
    }

    private java.sql.Array numbers(Object[] values) throws SQLException {
        return connection.createArrayOf("bigint", values);
    }

    private java.sql.Array texts(Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    /** Ends a transaction that has written nothing. */
    void rollBack() throws SQLException {
        run("ROLLBACK");
    }

    /** Returns if the database answers; without a word in its log, where a rollback of nothing has one. */
    void ping() throws SQLException {
        run("SELECT 1");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the session, and with it whatever it had begun. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is gone either way
            return;
        }
    }
}
