package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.crypto.HidingClassLoader;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingSqliteTest {

    private final Path folder;

    MissingSqliteTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesWhatToAddWhereAFileIsWantedWithoutTheDriver() throws ReflectiveOperationException {
        assertThat(said(new HidingClassLoader("org.sqlite")))
                .startsWith("store cannot be \"file:")
                .contains("org.xerial:sqlite-jdbc");
        assertThat(said(new HidingClassLoader("no.such.library"))).isEqualTo("opened");
    }

    /** The class is another than this test's own, so it is only known by what the JDK calls it. */
    @SuppressWarnings("unchecked")
    private String said(ClassLoader loader) throws ReflectiveOperationException {
        var probe = (Function<String, String>) loader.loadClass(WithoutSqlite.class.getName())
                .asSubclass(Function.class)
                .getDeclaredConstructor()
                .newInstance();
        return probe.apply(folder.resolve("store").toString());
    }
}
