package dev.venicesim.media.probe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MediaReference;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Mp4;
import dev.venicesim.media.probe.fixtures.Out;
import dev.venicesim.media.probe.fixtures.Webm;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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
        assertThat(allocatedBy(Out.join(start(seed, kept), tail))).isLessThan(SMALL);
    }

    @Test
    void costsNoMoreThanItsBytesWhateverAHeaderRepeats() {
        byte[] text = new byte[64];
        byte[] type = Out.box("ftyp", new Out().latin1("isom").u32(0).done());
        byte[] heic = Out.box("ftyp", new Out().latin1("heic").u32(0).done());
        Map<String, byte[]> bombs = Map.ofEntries(
                entry("boxes", Out.join(type, repeat(Out.box("free"), BOMB))),
                entry("containers", Out.join(type, repeat(Out.box("moov", Out.box("trak", Out.box("mdia"))), BOMB))),
                entry("tracks", Out.join(type, open("moov", BOMB), repeat(Out.box("trak"), BOMB))),
                entry("properties", Out.join(heic, open("meta", BOMB), new byte[4], repeat(Out.box("iprp"), BOMB))),
                entry("texts", Out.join(start(Fixtures.png(9, 9), 33), repeat(Fixtures.pngChunk("tEXt", text), BOMB))),
                entry("comments", Out.join(bytes(0xFF, 0xD8), repeat(bytes(0xFF, 0xFE, 0, 2), BOMB))),
                entry("elements", Out.join(start(Fixtures.webm(9, 9, 1, 1), 40), repeat(bytes(0xAE, 0x80), BOMB))),
                entry("chunks", Out.join(start(Fixtures.wav(1), 12), new byte[BOMB])),
                entry(
                        "frames",
                        Out.join(
                                start(Fixtures.gif(9, 9), 13),
                                repeat(bytes(0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0), BOMB))),
                entry("tags", repeat(bytes('I', 'D', '3', 4, 0, 0, 0, 0, 0, 0), BOMB)),
                entry("syncs", repeat(bytes(0xFF, 0xFB, 0x54, 0xC0), BOMB)));
        bombs.forEach((name, bomb) -> assertThat(allocatedBy(bomb)).as(name).isLessThan(BOMB));
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

    private static byte[] start(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    private static byte[] bytes(int... values) {
        Out out = new Out();
        for (int value : values) {
            out.u8(value);
        }
        return out.done();
    }

    /** The header of a box with so many bytes in it. */
    private static byte[] open(String type, int bytes) {
        return new Out().u32(bytes + 8L).latin1(type).done();
    }

    private static byte[] repeat(byte[] unit, int bytes) {
        byte[] all = new byte[bytes / unit.length * unit.length];
        for (int at = 0; at < all.length; at += unit.length) {
            System.arraycopy(unit, 0, all, at, unit.length);
        }
        return all;
    }
}
