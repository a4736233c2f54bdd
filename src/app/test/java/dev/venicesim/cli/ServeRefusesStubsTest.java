package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that cannot be read stops {@code serve} with one line and exit code 2. */
class ServeRefusesStubsTest {

    @TempDir
    private Path root = Path.of(".");

    private final StringWriter err = new StringWriter();

    private int serve(String mapping) throws IOException {
        Files.createDirectories(root.resolve("mappings"));
        Files.writeString(root.resolve("mappings/broken.json"), mapping);
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute("serve", "--port", "0", "--stubs", root.toString());
    }

    @Test
    void namesFileLineAndFixOfAWordWireMockDoesNotKnow() throws IOException {
        assertThat(serve("{\n  \"request\": {\n    \"methd\": \"POST\"\n  },\n  \"response\": {}\n}"))
                .isEqualTo(2);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .contains("broken.json line 3", "methd", "take the file away");
    }

    @Test
    void namesFileLineAndFixOfWhatIsNoJson() throws IOException {
        assertThat(serve("{\n  \"request\": oops\n}")).isEqualTo(2);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .contains("broken.json line 2", "take the file away");
    }

    @Test
    void namesAFolderThatIsNone() {
        var exit = Main.commandLine(Map.of())
                .setErr(new PrintWriter(err))
                .execute(
                        "serve",
                        "--port",
                        "0",
                        "--stubs",
                        root.resolve("nowhere").toString());
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .contains("nowhere", "give a folder with mappings/");
    }
}
