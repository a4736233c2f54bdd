package dev.venicesim.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MediaReference;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.bytes.JsonSlice;
import dev.venicesim.media.probe.facts.MediaFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Random;
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

/**
 * A body with a data URL of 30 MB, from its bytes to hash and measures; wanted: 400 MB/s, that is 75 ms, on one core;
 * {@code -prof gc} tells the allocation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LargeMediumBenchmark {

    private static final int URL_BYTES = 30_000_000;

    private final byte[] body = body();

    /** A bitmap of noise. */
    private static byte[] body() {
        var pixels = new byte[URL_BYTES / 4 * 3];
        new Random(1).nextBytes(pixels);
        var header = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        header.put("BM".getBytes(UTF_8)).putInt(pixels.length).putInt(0).putInt(54);
        header.putInt(40).putInt(2700).putInt(2700).putShort((short) 1).putShort((short) 24);
        var url = "data:image/bmp;base64," + Base64.getEncoder().encodeToString(pixels);
        return ("{\"model\":\"wan-2.6-image-to-video\",\"image_url\":\"" + url + "\"}").getBytes(UTF_8);
    }

    @Benchmark
    public MediaFacts measures() throws IOException {
        var json = SlicedJson.read(body);
        var slice = json.slice(json.root().path("image_url").textValue()).orElseThrow();
        var url = MediaReference.of(new JsonSlice(slice.document(), slice.offset(), slice.offset() + slice.length()));
        return MediaProbe.measure(((DataUrl) url).open());
    }
}
