package dev.venicesim.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MediaReference;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaKind;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.fixtures.Fixtures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaProbeTest {

    private static MediaFacts measure(String url) {
        return MediaProbe.measure(((DataUrl) MediaReference.of(url)).open());
    }

    @Test
    void believesTheBytesAndNotTheLabel() {
        MediaFacts facts = measure(Fixtures.dataUrl("video/mp4", Fixtures.png(640, 480)));

        assertThat(facts.format()).isEqualTo(MediaFormat.PNG);
        assertThat(facts.kind()).isEqualTo(MediaKind.IMAGE);
    }

    @Test
    void hashesAndCountsTheExactBytes() throws Exception {
        byte[] medium = Fixtures.bmp(333, 217);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(medium));

        MediaFacts facts = measure(Fixtures.dataUrl("image/bmp", medium));

        assertThat(facts.identity()).isEqualTo("sha256:" + sha256);
        assertThat(facts.measures().bytes()).hasValue(medium.length);
        assertThat(MediaProbe.measure(medium)).isEqualTo(facts);
    }

    @Test
    void saysWhenAPayloadIsNotBase64() {
        MediaFacts facts = measure("data:image/png;base64,not base64 at all!");

        assertThat(facts.state()).isEqualTo(MediaState.UNDECODABLE);
        assertThat(facts.format()).isEqualTo(MediaFormat.UNKNOWN);
    }

    @Test
    void stillNamesTheFormatWhenOnlyTheEndOfThePayloadIsWrong() {
        MediaFacts facts = measure(Fixtures.dataUrl("image/png", Fixtures.png(640, 480)) + "A");

        assertThat(facts.state()).isEqualTo(MediaState.UNDECODABLE);
        assertThat(facts.format()).isEqualTo(MediaFormat.PNG);
    }

    @Test
    void callsAnEmptyPayloadCorrupt() {
        MediaFacts facts = measure("data:image/png;base64,");

        assertThat(facts.state()).isEqualTo(MediaState.CORRUPT);
        assertThat(facts.measures().bytes()).hasValue(0);
    }

    @Test
    void readsPercentEncodedPayloads() {
        MediaFacts facts = measure("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E");

        assertThat(facts.format()).isEqualTo(MediaFormat.SVG);
        assertThat(facts.measures().bytes()).hasValue(41);
    }

    @ParameterizedTest
    @CsvSource({
        "'RIFF\0\0\0\0AVI LIST', AVI",
        "'OggS\0\u0002', OGG",
        "'fLaC\0\0', FLAC",
        "'%PDF-1.7', PDF",
        "'<?xml version=\"1.0\"?><svg>', SVG",
        "'\0\0\0\u0018ftypM4A \0\0\0\0', M4A",
        "'\0\0\0\u0018ftypavif\0\0\0\0', AVIF",
        "'\u00ff\u00f1P\u0080', AAC",
        "'hello, world', UNKNOWN"
    })
    void recognisesWhatItCannotMeasure(String head, MediaFormat format) {
        assertThat(MediaProbe.measure(head.getBytes(StandardCharsets.ISO_8859_1))
                        .format())
                .isEqualTo(format);
    }
}
