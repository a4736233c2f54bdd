package dev.venicesim.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MediaReference;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Mp4;
import dev.venicesim.media.probe.fixtures.Out;
import dev.venicesim.media.probe.fixtures.Webm;
import dev.venicesim.media.probe.fixtures.WorstFile;
import dev.venicesim.media.probe.fixtures.WorstFiles;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMediaTest {

    private static final long SMALL = 2L << 20;
    private static final int BOMB = 4 << 20;

    private static final List<byte[]> SEEDS = List.of(
            Fixtures.png(640, 480, "venice-sim:face"),
            Fixtures.jpeg(640, 480, "venice-sim:face"),
            Fixtures.gif(640, 480),
            Fixtures.bmp(8, 8),
            Fixtures.tiff(640, 480),
            Fixtures.webp(640, 480),
            Fixtures.webpLossy(640, 480),
            Fixtures.heic(640, 480),
            new Mp4().seconds(2, 30).withSound().editedTo(1).bytes(),
            new Mp4().seconds(2, 30).version1().moovLast().wideData().bytes(),
            new Mp4().seconds(2, 30).fragmented(true).bytes(),
            new Webm().seconds(1, 10).withSound().bytes(),
            new Webm().seconds(1, 10).live().bytes(),
            Fixtures.wav(0.1),
            Fixtures.rf64(0.1),
            Fixtures.mp3(0.5),
            Fixtures.taggedMp3(10, 10));

    static {
        // what a JVM allocates once, to load classes and security providers, is nobody's bytes
        SEEDS.forEach(MediaProbe::measure);
    }

    private static long allocatedBy(byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long started = threads.getCurrentThreadCpuTime();
        MediaFacts facts = MediaProbe.measure(file);
        long nanos = threads.getCurrentThreadCpuTime() - started;
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(10));
        assertThat(facts.measures().bytes()).hasValue(file.length);
        return allocated;
    }

    @Provide
    Arbitrary<byte[]> seeds() {
        return Arbitraries.of(SEEDS);
    }

    @Property(tries = 3000)
    void survivesMutatedFiles(@ForAll("seeds") byte[] seed, @ForAll long randomness) {
        Random random = new Random(randomness);
        byte[] file = seed.clone();
        int from = random.nextInt(file.length);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextBoolean()
                    ? Math.min(file.length - 1, from + random.nextInt(16))
                    : random.nextInt(file.length);
            file[at] = random.nextInt(3) == 0 ? (byte) 0xFF : (byte) random.nextInt();
        }
        byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(file, from) : file;
        assertThat(allocatedBy(cut)).isLessThan(SMALL);
    }

    @Property(tries = 1000)
    void survivesAnyBytesBehindAnyBeginning(
            @ForAll("seeds") byte[] seed, @ForAll byte[] tail, @ForAll long randomness) {
        int kept = new Random(randomness).nextInt(Math.min(seed.length, 64));
        assertThat(allocatedBy(Out.join(Arrays.copyOf(seed, kept), tail))).isLessThan(SMALL);
    }

    static List<WorstFile> worst() {
        return WorstFiles.all();
    }

    /** Thousands of times the CPU time it takes, so that no busy machine comes near; a loop per box came past it. */
    @ParameterizedTest
    @MethodSource("worst")
    void costsNoMoreThanItsBytesWhateverAFileRepeats(WorstFile worst) {
        byte[] file = worst.ofBytes(BOMB);

        assertThat(MediaProbe.measure(file).format()).isEqualTo(worst.format());
        // what is read of a text or a code is garbage at once
        assertThat(allocatedBy(file)).isLessThan(16L * BOMB);
    }

    @Test
    void readsTheEntriesOfATiffAndNothingTheyPointAt() {
        Out out = new Out().latin1("II*\0").u32le(8).u16le(65_535);
        for (int i = 0; i < 65_535; i++) {
            out.u16le(i % 250).u16le(1).u32le(BOMB).u32le(0);
        }
        assertThat(allocatedBy(out.zeros(BOMB).done())).isLessThan(BOMB);
    }

    /** Each entry claims an array as long as the file, at a place that is there. */
    @Test
    void costsNoMoreThanItsBytesWhateverTheEntriesOfATiffClaim() {
        int entries = 65_535;
        int values = 750_000;
        long array = 10L + 12L * entries;
        for (int tag : List.of(300, 256, 273, 330, 34_665)) {
            Out out = new Out().latin1("II*\0").u32le(8).u16le(entries);
            for (int i = 0; i < entries; i++) {
                out.u16le(tag + i % 8).u16le(4).u32le(values).u32le(array);
            }
            byte[] file = out.zeros(4 * values).done();
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            MediaProbe.measure(file);
            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
                    .as("tags from %d", tag)
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void measuresALargeBodyInAFewHundredKilobytes() {
        byte[] medium =
                new Mp4().seconds(5, 30).moovLast().dataBytes(12_000_000).bytes();
        DataUrl url = (DataUrl) MediaReference.of(Fixtures.dataUrl("video/mp4", medium));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MediaProbe.measure(url.open());
        long before = threads.getCurrentThreadAllocatedBytes();
        MediaFacts facts = MediaProbe.measure(url.open());
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(5));
        assertThat(allocated).isLessThan(400_000);
    }
}
