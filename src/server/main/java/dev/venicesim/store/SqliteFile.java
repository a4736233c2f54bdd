package dev.venicesim.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * File of SQLite with the rows of all worlds. One connection, which holds the file for itself; whoever uses it waits for
 * its turn.
 */
final class SqliteFile implements AutoCloseable {

    /** The version of the tables below; a file of a later one is left alone. */
    static final int VERSION = 1;

    /** What tells our files from those of other programs that use SQLite: "VSim". */
    private static final int APPLICATION = 0x5653696d;

    private static final String TABLE = "CREATE TABLE state (world TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,"
            + " value TEXT NOT NULL, PRIMARY KEY (world, kind, id)) WITHOUT ROWID";

    /** From one world to the next by the index, since there may be very many rows between. */
    private static final String WORLDS = "WITH RECURSIVE next(world) AS (SELECT min(world) FROM state UNION ALL"
            + " SELECT (SELECT min(world) FROM state WHERE world > next.world) FROM next WHERE world IS NOT NULL)"
            + " SELECT world FROM next WHERE world IS NOT NULL";

    private final Connection connection;
    private final PreparedStatement put;
    private final PreparedStatement remove;
    private final PreparedStatement drop;

    private SqliteFile(Connection connection) throws SQLException {
        this.connection = connection;
        this.put = connection.prepareStatement("INSERT INTO state (world, kind, id, value) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (world, kind, id) DO UPDATE SET value = excluded.value");
        this.remove = connection.prepareStatement("DELETE FROM state WHERE world = ? AND kind = ? AND id = ?");
        this.drop = connection.prepareStatement("DELETE FROM state WHERE world = ?");
    }

    /** @throws CannotOpenStoreException if it cannot be had */
    static SqliteFile open(Path path, Durability durability) {
        var failures = new SqliteFailures(path);
        make(path, failures);
        Connection connection = null;
        try {
            connection = connect(path);
            prepare(connection, failures, durability);
            return new SqliteFile(connection);
        } catch (SQLException e) {
            close(connection, e);
            throw failures.open(e);
        } catch (CannotOpenStoreException e) {
            close(connection, e);
            throw e;
        } catch (NoClassDefFoundError e) {
            throw failures.noDriver(e);
        }
    }

    /** It holds the keys that clients sent, so it is its owner's alone. */
    private static void make(Path path, SqliteFailures failures) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(path);
            }
        } catch (FileAlreadyExistsException e) {
            failures.checkRegular();
        } catch (IOException e) {
            throw failures.make(e);
        }
    }

    private static Connection connect(Path path) throws SQLException {
        var connection = JDBC.createConnection(JDBC.PREFIX + path.toAbsolutePath(), new Properties());
        connection.setAutoCommit(true);
        return connection;
    }

    private static void prepare(Connection connection, SqliteFailures failures, Durability durability)
            throws SQLException {
        run(connection, "PRAGMA busy_timeout = 0");
        run(connection, "PRAGMA locking_mode = EXCLUSIVE");
        run(connection, "PRAGMA temp_store = MEMORY");
        var tables = number(connection, "SELECT count(*) FROM sqlite_master");
        var version = number(connection, "PRAGMA user_version");
        if (tables > 0) {
            failures.checkOurs(number(connection, "PRAGMA application_id") == APPLICATION, version);
        }
        run(connection, "PRAGMA journal_mode = WAL");
        run(connection, "PRAGMA synchronous = " + (durability == Durability.POWER ? "FULL" : "NORMAL"));
        connection.setAutoCommit(false);
        if (tables == 0) {
            run(connection, TABLE);
            run(connection, "PRAGMA application_id = " + APPLICATION);
            run(connection, "PRAGMA user_version = " + VERSION);
        } else {
            // takes the lock that a reader would not
            run(connection, "PRAGMA user_version = " + version);
        }
        connection.commit();
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

    /** The ids of all worlds that have rows. */
    synchronized List<String> worlds() {
        var worlds = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(WORLDS)) {
            while (rows.next()) {
                worlds.add(rows.getString(1));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StoredValueException("the store cannot be read", e);
        }
        return worlds;
    }

    synchronized List<StoredRow> read(String world) {
        var found = new ArrayList<StoredRow>();
        try (var statement = connection.prepareStatement("SELECT kind, id, value FROM state WHERE world = ?")) {
            statement.setString(1, world);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new StoredRow(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StoredValueException("the store cannot be read", e);
        }
        return found;
    }

    /** Changes that are made together or not at all. */
    interface Changes {
        void make(Rows rows);
    }

    synchronized void write(Changes changes) throws StoreWriteException {
        try {
            changes.make(new Rows());
            connection.commit();
        } catch (SQLException | UncheckedSqlException e) {
            rollBack(e);
            throw new StoreWriteException(e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Rows of all worlds within one transaction. */
    final class Rows {

        void drop(String world) {
            run(drop, world);
        }

        RowSink of(String world) {
            return new RowSink() {
                @Override
                public void put(StoredRow row) {
                    run(put, world, row.kind(), row.id(), row.value());
                }

                @Override
                public void remove(String kind, String id) {
                    run(remove, world, kind, id);
                }
            };
        }

        private void run(PreparedStatement statement, String... parameters) {
            try {
                for (var i = 0; i < parameters.length; i++) {
                    statement.setString(i + 1, parameters[i]);
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
        }
    }

    /** Carries an SQL failure through code that knows no SQL. */
    private static final class UncheckedSqlException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UncheckedSqlException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the store did not close", e);
        }
    }

    private static void close(@org.jspecify.annotations.Nullable Connection connection, Exception cause) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
