package dev.venicesim.media.probe.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    private static Bytes base64(String json) {
        byte[] raw = json.getBytes(StandardCharsets.UTF_8);
        return Bytes.ofBase64(new JsonSlice(raw, 0, raw.length));
    }

    private static byte[] all(Bytes bytes) {
        return bytes.copy(0, (int) bytes.length());
    }

    @Property(tries = 300)
    void decodesWhatTheJdkEncodes(@ForAll @Size(max = 200) byte[] medium) {
        for (Base64.Encoder encoder : new Base64.Encoder[] {
            Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getEncoder().withoutPadding()
        }) {
            Bytes bytes = base64(encoder.encodeToString(medium));

            assertThat(all(bytes)).isEqualTo(medium);
            assertThat(bytes.wellFormed()).isTrue();
        }
    }

    @Property(tries = 200)
    void undoesEveryEscape(@ForAll @Size(max = 60) byte[] medium, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder();
        for (char c : Base64.getEncoder().encodeToString(medium).toCharArray()) {
            json.append(
                    switch (random.nextInt(6)) {
                        case 0 -> String.format(Locale.ROOT, "\\u%04x", (int) c);
                        case 1 -> c + "\\r\\n";
                        case 2 -> c == '/' ? "\\/" : c + " ";
                        case 3 -> String.format(Locale.ROOT, "%%%02X", (int) c);
                        default -> String.valueOf(c);
                    });
        }
        Bytes bytes = base64(json.toString());

        assertThat(all(bytes)).isEqualTo(medium);
        assertThat(bytes.wellFormed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "AAAAA", "AA=", "AA=A", "AAA=A", "AAAA=", "A===", "AA!A", "AAAA\\u00e9", "\\", "AAAA\\u12"})
    void saysWhatIsNotBase64(String json) {
        assertThat(base64(json).wellFormed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AAA", "AA==", "AAA=", "AAAA", "", "AA=\\n=\\n", "\\nAAAA"})
    void takesPaddingOrNone(String json) {
        assertThat(base64(json).wellFormed()).isTrue();
    }

    @Test
    void stopsAtTheFirstWrongCharacter() {
        assertThat(all(base64("AAECAwQF*AAECAwQF"))).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Property(tries = 60)
    void readsAnyPlaceOfALargeMedium(@ForAll long seed, @ForAll @IntRange(min = 0, max = 76) int lineLength) {
        Random random = new Random(seed);
        byte[] medium = new byte[200_000 + random.nextInt(200_000)];
        random.nextBytes(medium);
        String lines = Base64.getMimeEncoder(lineLength, new byte[] {'\n'}).encodeToString(medium);
        Bytes bytes = base64(lines.replace("\n", "\\r\\n"));

        assertThat(bytes.length()).isEqualTo(medium.length);
        for (int i = 0; i < 50; i++) {
            int at = random.nextInt(medium.length);
            assertThat(bytes.u8(at)).isEqualTo(medium[at] & 0xFF);
        }
        assertThat(bytes.sha256Hex()).isEqualTo(Bytes.of(medium).sha256Hex());
    }

    @Test
    void readsZeroPastTheEnd() {
        Bytes bytes = Bytes.of(new byte[] {1, 2, 3});

        assertThat(bytes.u32(0)).isEqualTo(0x01020300);
        assertThat(bytes.s64(Long.MAX_VALUE)).isZero();
        assertThat(bytes.u8(-1)).isZero();
        assertThat(bytes.has(1, Long.MAX_VALUE)).isFalse();
        assertThat(bytes.copy(2, 1_000_000)).containsExactly(3);
    }

    @Test
    void stopsJumpingAboutAfterAFewPasses() {
        byte[] marked = new byte[10 * Blocks.BLOCK];
        Arrays.fill(marked, (byte) 7);
        Bytes sevens = Bytes.of(marked);
        long seen = 0;
        for (int i = 0; i < 100_000; i++) {
            seen += sevens.u8((long) i % 10 * Blocks.BLOCK) == 7 ? 1 : 0;
        }

        // three blocks in ten are still held when the budget is spent
        assertThat(seen).isBetween(30_000L, 31_000L);
    }

    @Test
    void readsTextWithItsEscapes() {
        String json = "caf\u00e9 \\u00e9\\/\\\\ \\ud83d\\ude00";
        byte[] raw = json.getBytes(StandardCharsets.UTF_8);

        assertThat(new JsonSlice(raw, 0, raw.length).text()).isEqualTo("caf\u00e9 \u00e9/\\ \ud83d\ude00");
        assertThat(JsonSlice.of("a\\b\u00e9").text()).isEqualTo("a\\b\u00e9");
    }

    @Test
    void readsPercentEncodedText() {
        assertThat(all(Bytes.ofPercent(JsonSlice.of("a%20%fF%zz+"))))
                .containsExactly('a', ' ', 0xFF, '?', 'z', 'z', '+');
    }
}
