package dev.venicesim.bench;

import dev.venicesim.stub.Stubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a request that no stub takes pays for the question; wanted: below 2 us with none loaded, below 20 us with ten.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StubBenchmark {

    private static final int TEN = 10;

    /**
     * What the ten loaded mappings ask for: another path, a pattern of paths, another header, or another model at the
     * path asked.
     */
    @Param({"none", "path", "pattern", "header", "body"})
    public String stubs = "none";

    private Stubs loaded = Stubs.under(Optional.empty());
    private final CannedRequest request = CannedRequest.post(
            "/api/v1/video/queue",
            "bench",
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}");

    @Setup
    public void load() throws IOException {
        if (stubs.equals("none")) {
            return;
        }
        Path root = Files.createTempDirectory("stubs");
        Files.createDirectories(root.resolve("mappings"));
        for (int i = 0; i < TEN; i++) {
            Files.writeString(root.resolve("mappings").resolve(i + ".json"), mapping(i));
        }
        loaded = Stubs.under(Optional.of(root));
        if (asks()) {
            throw new IllegalStateException("a stub matches, so this would measure something else");
        }
    }

    private String mapping(int i) {
        var request = switch (stubs) {
            case "path" -> "\"method\":\"POST\",\"urlPath\":\"/api/v1/other/" + i + "\"";
            case "pattern" -> "\"method\":\"POST\",\"urlPathPattern\":\"/api/v1/(image|audio)/other" + i + "/[a-z]+\"";
            case "header" ->
                "\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\",\"headers\":{\"X-Case\":{\"equalTo\":\"" + i
                        + "\"}}";
            default ->
                "\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\",\"bodyPatterns\":[{\"contains\":\"other-model-"
                        + i + "\"}]";
        };
        return "{\"request\":{" + request + "},\"response\":{\"status\":503}}";
    }

    @Benchmark
    public boolean asks() {
        return loaded.comesNear(request)
                && loaded.answer(request).toCompletableFuture().join().isPresent();
    }
}
