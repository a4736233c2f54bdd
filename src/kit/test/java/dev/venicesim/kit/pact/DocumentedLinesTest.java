package dev.venicesim.kit.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of docs/pact.md is that of the stranger's project, which the build compiles and runs. */
class DocumentedLinesTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void areThoseThatTheStrangerCompiles() throws IOException {
        var stranger = Path.of("src/it/pact/src/test/java/stranger");
        var compiled = Files.readString(stranger.resolve("OurPactsTest.java"))
                + Files.readString(stranger.resolve("OurPactsElsewhereTest.java"));
        var blocks = BLOCK.matcher(Files.readString(Path.of("docs/pact.md")))
                .results()
                .toList();
        assertThat(blocks).hasSize(2);
        assertThat(blocks).allSatisfy(block -> assertThat(compiled).contains(block.group(1)));
    }
}
