package dev.venicesim.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Table of the journal that servers of a database share, in a session; each call is one round trip. */
final class JournalTable {

    private static final String CHANNEL = "venice_sim_journal";

    /**
     * One writer at a time, so that nobody who follows the order passes over a row that is committed late. Who listens
     * hears of it with the commit.
     */
    private static final String APPEND = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;"
            + " SELECT pg_advisory_xact_lock(?), set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL
            + "', ?); ";

    /** Unless that was done before, by a commit of which nobody heard. */
    private static final String CLEAR_JOURNAL = "DELETE FROM venice_sim_journal WHERE world = ?"
            + " AND NOT EXISTS (SELECT 1 FROM venice_sim_journal WHERE server = ? AND own = ?); ";

    private static final String NOTES = "WITH given AS (SELECT ?::text AS server), r AS (SELECT r.*, given.server"
            + " FROM given, unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[])"
            + " WITH ORDINALITY AS r(world, one, own, note, place) WHERE NOT EXISTS"
            + " (SELECT 1 FROM venice_sim_journal j WHERE j.server = given.server AND j.own = r.own)), top AS (SELECT w.world, coalesce("
            + "(SELECT max(j.n) FROM venice_sim_journal j WHERE j.world = w.world), 0) AS n"
            + " FROM (SELECT DISTINCT world FROM r) w)"
            + " INSERT INTO venice_sim_journal (world, n, server, own, note) SELECT r.world, CASE WHEN r.one = 0 THEN 0"
            + " ELSE top.n + sum(r.one) OVER (PARTITION BY r.world ORDER BY r.place) END, r.server, r.own, r.note"
            + " FROM r JOIN top ON top.world = r.world ORDER BY r.place; COMMIT";

    private static final long JOURNAL_LOCK = 0x5653696e;

    private final Connection connection;

    JournalTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Appends rows to the journal, and commits.
     *
     * @param rows of one server, of which those with an n get the next number of their world; those that are there
     *     already are left out
     * @param clear whether their one world begins anew
     */
    void append(List<JournalRow> rows, boolean clear) throws SQLException {
        var first = rows.get(0);
        try (var statement = connection.prepareStatement(APPEND + (clear ? CLEAR_JOURNAL : "") + NOTES)) {
            var at = 1;
            statement.setLong(at++, JOURNAL_LOCK);
            statement.setString(at++, first.server());
            if (clear) {
                statement.setString(at++, first.world());
                statement.setString(at++, first.server());
                statement.setLong(at++, first.own());
            }
            statement.setString(at++, first.server());
            statement.setArray(at++, texts(rows.stream().map(JournalRow::world).toArray()));
            statement.setArray(at++, numbers(rows.stream().map(JournalRow::n).toArray()));
            statement.setArray(at++, numbers(rows.stream().map(JournalRow::own).toArray()));
            statement.setArray(at, texts(rows.stream().map(JournalRow::note).toArray()));
            statement.execute();
        }
    }

    /** Rows of the journal after one, in their order. */
    List<JournalRow> after(long last, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT seq, world, n, server, own, note FROM venice_sim_journal WHERE seq > ? ORDER BY seq LIMIT ?")) {
            statement.setLong(1, last);
            statement.setInt(2, limit);
            var found = new ArrayList<JournalRow>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new JournalRow(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getLong(5),
                            rows.getString(6)));
                }
            }
            return found;
        }
    }

    /** The place of the last row of the journal; 0 if it has none. */
    long end() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM venice_sim_journal")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** From now on this session hears who appends to the journal. */
    void listen() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
    }

    /** Tells those who listen what they would be told if that server had appended to the journal. */
    void tell(String server) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_notify('" + CHANNEL + "', ?)")) {
            statement.setString(1, server);
            statement.execute();
        }
    }

    /** The servers of which this session hears within so many milliseconds that they append; at the first it returns. */
    List<String> heard(int millis) throws SQLException {
        return PostgresNotifications.await(connection, millis);
    }

    private java.sql.Array numbers(Object[] values) throws SQLException {
        return connection.createArrayOf("bigint", values);
    }

    private java.sql.Array texts(Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }
}
