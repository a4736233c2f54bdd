package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.run.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that leaves the run of its world as a file. */
class RecordedRunTest {

    @TempDir
    private Path folder;

    private static String origin(Launched serve) throws IOException {
        return serve.printed().replaceFirst("(?s).*venice-sim ready (\\S+).*", "$1");
    }

    @Test
    void writesTheRunAtTheEnd() throws Exception {
        var file = folder.resolve("run.json");
        try (var serve =
                Launched.in(folder, List.of(), List.of("serve", "--port", "0", "--record-run", file.toString()), "")) {
            serve.await("venice-sim ready");
            new Http(origin(serve) + "/api/v1")
                    .with("Authorization", "Bearer some-key")
                    .post("/video/queue", Requests.WAN);
            assertThat(file).doesNotExist();
            serve.terminate();
            serve.exit();
        }
        assertThat(RunFile.read(Files.readAllBytes(file)).requests()).hasSize(1);
    }

    @Test
    void refusesAFileInAFolderThatIsNotThere() {
        var err = new StringWriter();
        var line = Main.commandLine(Map.of(), "serve");
        line.setErr(new PrintWriter(err));
        var file = folder.resolve("absent").resolve("run.json").toString();
        assertThat(line.execute("serve", "--port", "0", "--record-run", file)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("venice-sim: record-run cannot be")
                .hasLineCount(1);
    }
}
