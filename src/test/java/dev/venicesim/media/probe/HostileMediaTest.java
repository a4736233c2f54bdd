package dev.venicesim.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Mp4;
import dev.venicesim.media.probe.fixtures.Out;
import dev.venicesim.media.probe.fixtures.Webm;
import dev.venicesim.media.probe.url.DataUrl;
import dev.venicesim.media.probe.url.MediaReference;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

class HostileMediaTest {

    private static final long SMALL = 2L << 20;

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

    private static MediaFacts measureCheaply(byte[] file, long mostAllocated) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long started = System.nanoTime();
        MediaFacts facts = MediaProbe.measure(file);
        long nanos = System.nanoTime() - started;
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(mostAllocated);
        assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(10));
        assertThat(facts.measures().bytes()).hasValue(file.length);
        return facts;
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
            int at = random.nextBoolean() ? Math.min(file.length - 1, from + random.nextInt(16)) : random.nextInt(file.length);
            file[at] = random.nextInt(3) == 0 ? (byte) 0xFF : (byte) random.nextInt();
        }
        measureCheaply(random.nextInt(4) == 0 ? Arrays.copyOf(file, from) : file, SMALL);
    }

    @Property(tries = 1000)
    void survivesAnyBytesBehindAnyBeginning(@ForAll("seeds") byte[] seed, @ForAll byte[] tail, @ForAll long randomness) {
        int kept = new Random(randomness).nextInt(Math.min(seed.length, 64));
        measureCheaply(Out.join(Arrays.copyOf(seed, kept), tail), SMALL);
    }

    @Test
    void costsNoMoreThanItsBytesWhateverAHeaderRepeats() {
        byte[] boxes = repeat(Out.box("moov", Out.box("trak", Out.box("mdia", new byte[0]))), 4 << 20);
        byte[] type = Out.box("ftyp", new Out().latin1("isom").u32(0).done());
        byte[] heic = Out.box("ftyp", new Out().latin1("heic").u32(0).done());
        List<byte[]> bombs = List.of(
                Out.join(type, repeat(new Out().u32(8).latin1("free").done(), 4 << 20)),
                Out.join(type, boxes),
                Out.join(type, new Out().u32(4 << 20).latin1("moov").done(), repeat(Out.box("trak", new byte[0]), 4 << 20)),
                Out.join(heic, new Out().u32(4 << 20).latin1("meta").u32(0).done(), repeat(Out.box("iprp"), 4 << 20)),
                Out.join(Arrays.copyOf(Fixtures.png(9, 9), 33), repeat(Fixtures.pngChunk("tEXt", new byte[1]), 4 << 20)),
                Out.join(new byte[] {-1, -40}, repeat(new byte[] {-1, -2, 0, 2}, 4 << 20)),
                Out.join(Arrays.copyOf(Fixtures.webm(9, 9, 1, 1), 40), repeat(new byte[] {(byte) 0xAE, (byte) 0x80}, 4 << 20)),
                Out.join(Arrays.copyOf(Fixtures.wav(1), 12), new byte[4 << 20]),
                Out.join(Arrays.copyOf(Fixtures.gif(9, 9), 13), repeat(new byte[] {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0}, 4 << 20)),
                repeat("ID3\4\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 4 << 20),
                repeat(new byte[] {-1, -5, 0x54, -64}, 4 << 20));
        for (byte[] bomb : bombs) {
            measureCheaply(bomb, bomb.length);
        }
    }

    @Test
    void readsTheEntriesOfATiffAndNothingTheyPointAt() {
        Out out = new Out().latin1("II*\0").u32le(8).u16le(65_535);
        for (int i = 0; i < 65_535; i++) {
            out.u16le(i % 250).u16le(1).u32le(4 << 20).u32le(0);
        }
        measureCheaply(out.zeros(4 << 20).done(), 64L << 20);
    }

    @Test
    void measuresALargeBodyInAFewHundredKilobytes() {
        byte[] medium = new Mp4().seconds(5, 30).moovLast().dataBytes(12_000_000).bytes();
        DataUrl url = (DataUrl) MediaReference.of(Fixtures.dataUrl("video/mp4", medium));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MediaProbe.measure(url);
        long before = threads.getCurrentThreadAllocatedBytes();
        MediaFacts facts = MediaProbe.measure(url);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(5));
        assertThat(allocated).isLessThan(400_000);
    }

    private static byte[] repeat(byte[] unit, int bytes) {
        byte[] all = new byte[bytes / unit.length * unit.length];
        for (int at = 0; at < all.length; at += unit.length) {
            System.arraycopy(unit, 0, all, at, unit.length);
        }
        return all;
    }
}
