package dev.venicesim.store;

import java.nio.file.Path;
import java.util.function.Function;

/** Opens a store where SQLite's driver is missing, and tells what was said. */
public final class WithoutSqlite implements Function<String, String> {

    @Override
    public String apply(String file) {
        try {
            FileStore.open(Path.of(file), Durability.PROCESS).close();
            return "opened";
        } catch (CannotOpenStoreException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
