package dev.venicesim.store;

import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.StateStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Location of a server's state, as {@code --store} names it. */
public sealed interface StoreLocation {

    /** The form that users write. */
    String text();

    /**
     * Opens the store there.
     *
     * @throws CannotOpenStoreException naming setting, value and fix
     */
    StateStore open(Durability durability);

    /** In this process, and gone with it. */
    record Memory() implements StoreLocation {
        @Override
        public String text() {
            return "memory";
        }

        @Override
        public StateStore open(Durability durability) {
            return new MemoryStore();
        }
    }

    /** In a file that one process owns. */
    record File(Path path) implements StoreLocation {
        @Override
        public String text() {
            return PREFIX + path;
        }

        @Override
        public StateStore open(Durability durability) {
            return FileStore.open(path, durability);
        }
    }

    /** In a database that several processes share. */
    record Postgres(PostgresAddress address) implements StoreLocation {
        @Override
        public String text() {
            return address.masked();
        }

        @Override
        public StateStore open(Durability durability) {
            return PostgresStore.open(address);
        }
    }

    /** What a file's path stands behind. */
    String PREFIX = "file:";

    /**
     * Reads {@code memory}, {@code file:PATH} or {@code postgresql://...}.
     *
     * @throws IllegalArgumentException if it is none of these; the message never has a password
     */
    static StoreLocation parse(String text) {
        if (text.equals("memory")) {
            return new Memory();
        }
        if (text.startsWith(PostgresAddress.SCHEME)) {
            return new Postgres(PostgresAddress.parse(text));
        }
        var path = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
        if (path.isBlank()) {
            throw new IllegalArgumentException("give memory, file: and a path, such as file:/data/worlds.db, or a"
                    + " database as postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
        }
        try {
            return new File(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "give file: and a path, which \"" + path + "\" is not: " + e.getReason(), e);
        }
    }

    /** A setting without what may be a password in it. */
    static String shown(String text) {
        return text.replaceAll("//.*@", "//****@");
    }
}
