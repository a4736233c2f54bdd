package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code venice-sim} in a checkout of its own, with a Maven that writes its jar in two halves and a Java
 * that prints it.
 */
class LauncherTest {

    private static final Path SCRIPT = Path.of("venice-sim");

    @TempDir
    private Path root = Path.of(".");

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
        for (var folder : List.of("src/server/main", "src/spec/main", "schemas", "scenarios", "stubs", "bin")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.copy(SCRIPT, root.resolve("venice-sim"));
        tool(
                "mvn",
                "mkdir -p target; echo build >> builds; printf half > target/venice-sim.jar; until [ -e go ]; do :; done");
        append("mvn", "[ ! -f broken ] || exit 1; printf -- '-whole' >> target/venice-sim.jar");
        tool("java", "cat \"$3\"");
    }

    private void tool(String name, String line) throws IOException {
        var file = Files.writeString(root.resolve("bin").resolve(name), "#!/bin/bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void append(String name, String line) throws IOException {
        var file = root.resolve("bin").resolve(name);
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder("/bin/bash", root.resolve("venice-sim").toString(), "serve");
        builder.environment().merge("PATH", root.resolve("bin") + ":", (path, bin) -> bin + path);
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void firstUsesAtOnceBuildOnceAndAllRunTheWholeJar() throws IOException {
        var users = new ArrayList<Process>();
        users.add(start());
        while (!Files.exists(root.resolve("builds"))) {
            Thread.onSpinWait();
        }
        users.add(start());
        users.add(start());
        Files.writeString(root.resolve("go"), "");
        for (var user : users) {
            assertThat(printed(user)).isEqualTo("half-whole");
        }
        assertThat(root.resolve("builds")).hasContent("build");
        assertThat(root.resolve("target")).isDirectoryNotContaining("glob:**building");
    }

    @Test
    void aBuildThatFailedOrWasKilledLeavesNoHalfJar() throws IOException, InterruptedException {
        Files.writeString(root.resolve("go"), "");
        Files.writeString(root.resolve("broken"), "");
        assertThat(start().waitFor()).isEqualTo(1);
        assertThat(root.resolve("target/venice-sim.jar")).doesNotExist();
        Files.delete(root.resolve("broken"));

        Files.writeString(root.resolve("target/venice-sim.jar"), "half");
        var gone = new ProcessBuilder("/bin/bash", "-c", "exit 0").start();
        gone.waitFor();
        Files.createSymbolicLink(root.resolve("target/.venice-sim.building"), Path.of(Long.toString(gone.pid())));
        assertThat(printed(start())).isEqualTo("half-whole");
    }
}
