package dev.venicesim.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** Failures to open a database, in words for who chose it; none of them has its password. */
final class PostgresFailures {

    private static final Map<String, String> BY_STATE = Map.of(
            "28P01", "the user or the password is wrong; give those of a user of this database",
            "28000",
                    "the server admits no such user from here; give another user, or a line for this one in the"
                            + " server's pg_hba.conf",
            "3D000", "the server has no such database; make it with CREATE DATABASE, or give another",
            "42501",
                    "the user may not make or change tables there; GRANT CREATE ON SCHEMA public, or give a user who"
                            + " owns the database",
            "3F000", "there is no schema to make tables in; make one, or name one with ?currentSchema=NAME",
            "53300", "the server has no connection left; raise its max_connections, or run fewer replicas",
            "57P03", "the server is starting or stopping; try again once it is up",
            "25006", "the server is a standby and takes no changes; give the address of the primary",
            "08001", "nobody answers there; start the server, or give the host and port where it listens");

    private final PostgresAddress address;

    PostgresFailures(PostgresAddress address) {
        this.address = address;
    }

    CannotOpenStoreException open(SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        return new CannotOpenStoreException(address.masked(), BY_STATE.getOrDefault(state, other(cause)), cause);
    }

    private String other(SQLException cause) {
        var says = String.valueOf(cause.getMessage());
        if (says.toLowerCase(Locale.ROOT).contains("password")
                && address.password().isEmpty()) {
            return "the server wants a password; give it, as in postgresql://" + address.user() + ":PASSWORD@...";
        }
        var line = says.lines().findFirst().orElse("");
        var shown = address.password().isEmpty() ? line : line.replace(address.password(), "****");
        return "it cannot be opened (" + shown + "); give the address of a PostgreSQL database";
    }

    CannotOpenStoreException oldServer(int version, int oldest) {
        return new CannotOpenStoreException(
                address.masked(),
                "the server is PostgreSQL " + version + "; run one of version " + oldest + " or later");
    }

    CannotOpenStoreException laterVersion(int version, int known) {
        return new CannotOpenStoreException(
                address.masked(),
                "it was written by a later version of the simulator (format " + version + ", this one reads " + known
                        + "); run that version, or give another database");
    }

    CannotOpenStoreException noDriver(ClassNotFoundException cause) {
        return new CannotOpenStoreException(
                address.masked(),
                "PostgreSQL's driver is not on the class path; add org.postgresql:postgresql, or leave the store at"
                        + " memory",
                cause);
    }
}
