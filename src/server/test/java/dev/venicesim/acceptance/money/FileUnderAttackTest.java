package dev.venicesim.acceptance.money;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file under attack. */
class FileUnderAttackTest extends AttackContract {

    FileUnderAttackTest(@TempDir Path folder) {
        super(config -> config.store("file:" + folder.resolve("store")));
    }
}
