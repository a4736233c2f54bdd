package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the runnable jar loads until it is ready: the part of a start's time that is the same on every machine. What the
 * warm-up loads, which begins then, is no part of it.
 */
class StartIT {

    /** Some 2,560; the data of the editions, and with them Jackson, are read when the first reply asks for them. */
    private static final int MOST_CLASSES = 2_800;

    @TempDir
    private Path folder;

    @Test
    void loadsNeitherXmlNorManagementNorWhatNobodyAskedFor() throws Exception {
        var loaded = loadedUntilReady();
        assertThat(loaded)
                .anyMatch(line -> line.contains(" dev.venicesim.Simulator "))
                .noneMatch(line -> line.contains(" com.sun.org.apache.xerces."))
                .noneMatch(line -> line.contains(" java.lang.management.ManagementFactory "))
                .noneMatch(line -> line.contains(".wiremock."))
                .noneMatch(line -> line.contains(" org.sqlite."))
                .noneMatch(line -> line.contains(" dev.venicesim.tracing.OpenTelemetry"))
                .noneMatch(line -> line.contains(" dev.venicesim.store.FileStore "))
                .noneMatch(line -> line.contains(" org.bouncycastle."));
        assertThat(loaded).as("classes loaded until ready").hasSizeLessThan(MOST_CLASSES);
    }

    private List<String> loadedUntilReady() throws Exception {
        var log = folder.resolve("classes");
        var options = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        try (var serve = Jar.start(options, "serve", "--port", "0")) {
            serve.lineWith("venice-sim ready");
            var lines = Files.readAllLines(log);
            var warmUp = IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).contains(" dev.venicesim.WarmUp "))
                    .findFirst();
            return lines.subList(0, warmUp.orElseThrow());
        }
    }
}
