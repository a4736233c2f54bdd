package dev.venicesim.store;

import java.util.function.Supplier;

/** Opens a store where PostgreSQL's driver is missing, and tells what was said. */
public final class WithoutPostgres implements Supplier<String> {

    @Override
    public String get() {
        try {
            StoreLocation.parse("postgresql://u:p@127.0.0.1:1/d")
                    .open(Durability.PROCESS)
                    .close();
            return "opened";
        } catch (CannotOpenStoreException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
