package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipStructureTest {

    private static final ClipSpec SPEC = Fixtures.spec(640, 360, 24, 7400);

    private final byte[] file = Fixtures.bytes(Clip.render(SPEC));
    private final List<Box> top = Box.read(file);
    private final Box moov = top.get(1);

    @Test
    void putsTheIndexBeforeTheMedia() {
        assertThat(top).extracting(Box::type).containsExactly("ftyp", "moov", "mdat");
    }

    @Test
    void hasNoSoundTrackUnlessAskedTo() {
        ClipSpec silent = new ClipSpec(640, 360, 24, Duration.ofSeconds(1), false, Fixtures.CARD, 7);

        assertThat(moov.all("trak")).hasSize(2);
        assertThat(Box.read(Fixtures.bytes(Clip.render(silent))).get(1).all("trak"))
                .hasSize(1);
    }

    @Test
    void pictureAndSoundPlayExactlyAsLongAsTheMovie() {
        Box movie = moov.all("mvhd").get(0);
        long timescale = movie.word(3);
        long duration = movie.word(4);

        assertThat(1.0 * duration / timescale).isEqualTo(178 / 24.0);
        assertThat(moov.all("tkhd"))
                .allSatisfy(track -> assertThat(track.word(5)).isEqualTo(duration));
        assertThat(moov.all("elst")).allSatisfy(edit -> assertThat(edit.word(2)).isEqualTo(duration));
    }

    @Test
    void theEditListSkipsTheEncodersDelayInTheSoundOnly() {
        assertThat(moov.all("elst")).extracting(edit -> edit.word(3)).containsExactly(0L, 1024L);
    }

    @Test
    void chunksFollowEachOtherSecondBySecond() {
        List<Box> offsets = moov.all("stco");
        List<Long> starts = new ArrayList<>();
        for (int second = 0; second < 8; second++) {
            starts.add(offsets.get(0).word(2 + second));
            starts.add(offsets.get(1).word(2 + second));
        }

        assertThat(offsets).extracting(box -> box.word(1)).containsExactly(8L, 8L);
        assertThat(starts).isSorted().doesNotHaveDuplicates().startsWith((long)
                top.get(2).start());
    }

    @Test
    void samplesFillTheMediaToTheLastByte() {
        Box pictures = moov.all("stsz").get(0);
        Box sound = moov.all("stsz").get(1);
        long sum = sound.word(1) * sound.word(2);
        for (int frame = 0; frame < pictures.word(2); frame++) {
            sum += pictures.word(3 + frame);
        }

        assertThat(pictures.word(2)).isEqualTo(178);
        assertThat(sum).isEqualTo(top.get(2).end() - top.get(2).start());
    }

    @Test
    void everySecondBeginsWithASyncSampleOfTheKindPlayersSeekTo() {
        Box sync = moov.all("stss").get(0);

        assertThat(sync.word(1)).isEqualTo(8);
        for (int second = 0; second < 8; second++) {
            int at = (int) moov.all("stco").get(0).word(2 + second);
            assertThat(sync.word(2 + second)).isEqualTo(24L * second + 1);
            assertThat(file[at + 4] & 31).as("NAL unit type of an IDR slice").isEqualTo(5);
        }
    }
}
