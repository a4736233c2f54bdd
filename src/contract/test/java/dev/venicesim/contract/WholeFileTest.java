package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.run.RunOptions;
import dev.venicesim.contract.run.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports can be read by whoever collects them, and the state of a run by its owner alone. */
class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void aReportCanBeReadByOthers() throws IOException {
        var report = folder.resolve("report.json");
        WholeFile.write(report, "{}");
        assertThat(rights(report)).isEqualTo("rw-r--r--");
    }

    @Test
    void theStateOfARunIsItsOwnersAlone() throws IOException {
        var state = folder.resolve("state.json");
        try (var checked = Checked.as(TestEditions.JUNE)) {
            var plan = new RunPlan(
                    TestEditions.JUNE, Optional.empty(), List.of("quote.number"), Optional.of(state), RunOptions.NONE);
            Checked.run(checked.target(), plan);
        }
        assertThat(rights(state)).isEqualTo("rw-------");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
