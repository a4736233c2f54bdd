package dev.venicesim.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.validation.Validator;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A small queue body, from its bytes to a verdict; wanted: below 30 us. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ValidationBenchmark {

    private final Validator validator = Validator.of(Catalog.of(ApiEdition.of(ApiEdition.DEFAULT)));
    private final QuirkSettings quirks = QuirkSettings.defaults();
    private final byte[] taken = body("720p");
    private final byte[] refused = body("999p");

    private static byte[] body(String resolution) {
        return ("{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\""
                        + resolution + "\"}")
                .getBytes(UTF_8);
    }

    @Benchmark
    public Verdict<QueueRequest> takes() throws IOException {
        return validator.queue(SlicedJson.read(taken).root(), quirks);
    }

    @Benchmark
    public Verdict<QueueRequest> refuses() throws IOException {
        return validator.queue(SlicedJson.read(refused).root(), quirks);
    }
}
