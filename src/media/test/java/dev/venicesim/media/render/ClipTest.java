package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

    @Test
    void givesTheSameBytesForTheSameSpec() {
        byte[] first = Fixtures.bytes(Clip.render(Fixtures.spec(640, 360, 24, 3000)));
        byte[] second = Fixtures.bytes(Clip.render(Fixtures.spec(640, 360, 24, 3000)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void givesOtherBytesForAnotherQueueIdEvenWhereNoTextFits() {
        Card other = new Card(Fixtures.CARD.model(), Fixtures.CARD.prompt(), "another");
        Duration second = Duration.ofSeconds(1);

        byte[] one = Fixtures.bytes(Clip.render(new ClipSpec(16, 16, 1, second, true, Fixtures.CARD, 7)));
        byte[] two = Fixtures.bytes(Clip.render(new ClipSpec(16, 16, 1, second, true, other, 7)));

        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void givesOtherBytesForIdsThatDifferOnlyInHalfACharacter() {
        byte[] one = Fixtures.bytes(Clip.render(Fixtures.spec(new Card("m", "p", "\uD83D"), 1)));
        byte[] two = Fixtures.bytes(Clip.render(Fixtures.spec(new Card("m", "p", "\uD83E"), 1)));

        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void givesOtherBytesForAnotherSeed() {
        byte[] one = Fixtures.bytes(Clip.render(Fixtures.spec(Fixtures.CARD, 1)));
        byte[] two = Fixtures.bytes(Clip.render(Fixtures.spec(Fixtures.CARD, 2)));

        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void readsTheSameBytesInWhateverPartsTheyAreAskedFor() {
        Clip clip = Clip.render(Fixtures.spec(426, 240, 30, 4300));
        byte[] whole = Fixtures.bytes(clip);
        Random random = new Random(1);

        for (int i = 0; i < 3000; i++) {
            int from = random.nextInt(whole.length);
            ByteBuffer part = ByteBuffer.allocate(1 + random.nextInt(i % 2 == 0 ? 500 : 50_000));
            int read = clip.read(from, part);
            assertThat(read).isEqualTo(Math.min(part.capacity(), whole.length - from));
            assertThat(Arrays.mismatch(part.array(), 0, read, whole, from, from + read))
                    .as("first wrong byte of %d read at %d", read, from)
                    .isEqualTo(-1);
        }
    }

    @Test
    void readsNothingPastTheEnd() {
        Clip clip = Clip.render(Fixtures.spec(64, 64, 1, 1000));
        ByteBuffer room = ByteBuffer.allocate(10);

        assertThat(clip.read(clip.length(), room)).isEqualTo(-1);
        assertThat(clip.read(Long.MAX_VALUE, room)).isEqualTo(-1);
        assertThat(clip.read(clip.length() - 3, room)).isEqualTo(3);
        assertThatThrownBy(() -> clip.read(-1, room)).hasMessage("position must not be negative: -1");
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 500, 1000})
    void isNeverSmallerThanWhatHarnessesTakeForARefusal(long millis) {
        assertThat(Clip.render(Fixtures.spec(16, 16, 25, millis)).length()).isEqualTo(100_000);
    }

    @Test
    void aPlaceholderIsAsSmallAsRealOnesAre() {
        Clip placeholder = Clip.placeholder(Fixtures.CARD);

        assertThat(placeholder.length()).isBetween(1_000L, 99_999L);
        assertThat(placeholder.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(placeholder.hash()).isNotEqualTo(ContentHash.of(placeholder.spec()));
        assertThat(Box.read(Fixtures.bytes(placeholder))).extracting(Box::type).containsExactly("ftyp", "moov", "mdat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "\uD83D",
                "\uDE00\uD83D",
                "日本語のプロンプト",
                "مرحبا",
                "e\u0301\u0301\u0301",
                "\uFDFA\uFDFA\uFDFA",
                "👩‍👩‍👧‍👦🏳️‍🌈",
                "line\nbreak\r\ttab",
                "İıŞş ß ﬃ",
                "\u202Eright to left"
            })
    void survivesAnyText(String text) {
        Clip clip = Clip.render(Fixtures.spec(new Card(text, text.repeat(900), text), 1));

        assertThat(Box.read(Fixtures.bytes(clip))).extracting(Box::type).startsWith("ftyp", "moov", "mdat");
    }

    @Test
    void tellsTheQueueIdInItsComment() {
        byte[] file = Fixtures.bytes(Clip.render(Fixtures.spec(Fixtures.CARD, 1)));

        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains(Fixtures.CARD.queueId())
                .contains(Fixtures.CARD.model());
    }

    @Test
    void holdsOneSecondOfA4kClipHoweverLongItPlays() {
        Clip tenMinutes = Clip.render(Fixtures.spec(3840, 2160, 24, 600_000));

        assertThat(tenMinutes.length()).isGreaterThan(300_000_000L);
        assertThat(tenMinutes.heapBytes()).isLessThan(4_000_000);
    }

    @Test
    void addressesAFileOfMoreThanFourGibibytes() {
        Clip clip = Clip.render(Fixtures.spec(8192, 8192, 30, 600_000));
        ByteBuffer head = ByteBuffer.allocate(200_000);
        ByteBuffer tail = ByteBuffer.allocate(100);

        clip.read(0, head);

        assertThat(clip.length()).isGreaterThan(0xFFFF_FFFFL);
        assertThat(new String(head.array(), StandardCharsets.ISO_8859_1))
                .contains("co64")
                .doesNotContain("stco");
        assertThat(clip.read(clip.length() - 60, tail)).isEqualTo(60);
        assertThat(Arrays.copyOfRange(tail.array(), 54, 60)).containsExactly(0x00, 0xC8, 0x00, 0x80, 0x23, 0x80);
    }
}
