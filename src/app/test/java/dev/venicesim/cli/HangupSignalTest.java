package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told by {@code kill -HUP} to read its list of worlds again. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HangupSignalTest {

    @TempDir
    private Path folder;

    /** Whether this process ignores the signal, as {@code nohup} has it, and with it all that it starts. */
    private static boolean ignored() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) != 0);
        }
    }

    @Test
    void readsTheFileAgainAndGoesOnAfterAMistakeInIt() throws Exception {
        assumeThat(ignored()).as("SIGHUP is ignored here").isFalse();
        var file = Files.writeString(folder.resolve("worlds.yaml"), "worlds: [{ apiKey: one }]");
        var words = List.of("serve", "--port", "0", "--worlds", file.toString());
        try (var serve = Launched.in(folder, List.of(), words, "")) {
            serve.await("venice-sim ready");
            Files.writeString(file, "worlds: [{ apiKey: one }, { apiKey: two }]");
            serve.hangUp();
            serve.await("2 worlds are as the file declares them");
            Files.writeString(file, "worlds: [{ apiKey: one, balanceUsd: much }]");
            serve.hangUp();
            serve.await(
                    "worlds.yaml:1:10: balanceUsd: not an amount of dollars: much; mend this world, or leave it out;"
                            + " nothing has changed");
            Files.writeString(file, "worlds: []");
            serve.hangUp();
            serve.await("0 worlds are as the file declares them");
            assertThat(serve.printed()).contains("edition=");
        }
    }
}
