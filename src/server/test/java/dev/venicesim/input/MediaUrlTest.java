package dev.venicesim.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.net.HostKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaUrlTest {

    private static MediaUrl url(String text) {
        return (MediaUrl) MediaReference.of(text);
    }

    private static Measures measures(String name) {
        return url("https://cdn.test/" + name).magic().measures();
    }

    @ParameterizedTest
    @CsvSource({
        "cdn.venice.ai, PUBLIC",
        "8.8.8.8, PUBLIC",
        "134744072, PUBLIC",
        "[2606:4700::1111], PUBLIC",
        "localhost.example.com, PUBLIC",
        "internal.example.com, PUBLIC",
        "172.32.0.1, PUBLIC",
        "100.128.0.1, PUBLIC",
        "[2002:808:808::1], PUBLIC",
        "localhost, LOOPBACK",
        "LOCALHOST, LOOPBACK",
        "localhost., LOOPBACK",
        "api.localhost, LOOPBACK",
        "127.0.0.1, LOOPBACK",
        "127.1, LOOPBACK",
        "0, LOOPBACK",
        "0.0.0.0, LOOPBACK",
        "2130706433, LOOPBACK",
        "0x7f000001, LOOPBACK",
        "0x7F.1, LOOPBACK",
        "017700000001, LOOPBACK",
        "0177.0.0.01, LOOPBACK",
        "[::1], LOOPBACK",
        "[::], LOOPBACK",
        "[0:0:0:0:0:0:0:1], LOOPBACK",
        "[::ffff:127.0.0.1], LOOPBACK",
        "[::ffff:7f00:1], LOOPBACK",
        "[::127.0.0.1], LOOPBACK",
        "[64:ff9b::7f00:1], LOOPBACK",
        "[2002:7f00:1::], LOOPBACK",
        "%6c%6fcalhost, LOOPBACK",
        "１２７.0.0.1, LOOPBACK",
        "127。0。0。1, LOOPBACK",
        "ⓛocalhost, LOOPBACK",
        "10.0.0.8, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "[fd00::1], PRIVATE",
        "[fec0::1], PRIVATE",
        "printer.local, PRIVATE",
        "db.internal, PRIVATE",
        "[::ffff:10.1.2.3], PRIVATE",
        "169.254.169.254, LINK_LOCAL",
        "[fe80::1%25eth0], LINK_LOCAL",
        "0xA9FEA9FE, LINK_LOCAL",
        "[::ffff:0:169.254.1.1], LINK_LOCAL",
        "224.0.0.1, RESERVED",
        "255.255.255.255, RESERVED",
        "192.0.2.1, RESERVED",
        "198.19.0.1, RESERVED",
        "[ff02::1], RESERVED",
        "[2001:db8::1], RESERVED",
        "[4000::1], RESERVED",
        "256.1.1.1, INVALID",
        "1.2.3.4.5, INVALID",
        "4294967296, INVALID",
        "08.0.0.1, INVALID",
        "[::1, INVALID",
        "[:::], INVALID",
        "[1:2:3], INVALID",
        "'a b', INVALID",
        "'', INVALID",
        "1.2.3.0x, PUBLIC"
    })
    void tellsWhereAHostLies(String host, HostKind kind) {
        assertThat(url("https://" + host + "/a.png").hostKind()).isEqualTo(kind);
        assertThat(url("HTTP://user:p@ss@" + host + ":8443?x=1").hostKind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost",
                "http:\\\\localhost\\a.png",
                "http://cdn.test@localhost/",
                "http://localhost#@cdn.test"
            })
    void findsTheHostAsABrowserDoes(String text) {
        assertThat(url(text).host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "face.png, true", "a/person/b.png, true", "my-face_2.png, true", "2face3.png, true", "my%20face.png, true",
                "%66ace.png, true",
        "surface.png, false", "faces.png, false", "ümlautface.png, false", "%C3%A4face.png, false", "a.png?face, false",
                "a.png#face, false"
    })
    void findsAFaceInWholeWordsOfThePath(String path, boolean face) {
        assertThat(url("https://cdn.test/" + path).magic().face()).isEqualTo(face);
    }

    @Test
    void findsMinorsAndPublicFigures() {
        MagicName magic = url("https://face.test/minor/celebrity.png").magic();

        assertThat(magic.minor()).isTrue();
        assertThat(magic.publicFigure()).isTrue();
        assertThat(magic.face()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "song-16s.mp3, 16000",
        "a/voice-2.5s.WAV?w=1, 2500",
        "track-0s.ogg, 0",
        "x-1x2-7s.mp3, 7000",
        "song-16s.mp4, ",
        "song-16s, ",
        "song16s.mp3, ",
        "song-16.mp3, ",
        "song-1234567s.mp3, "
    })
    void readsTheLengthOfASoundFromItsName(String path, Long millis) {
        var measured = measures(path);
        assertThat(measured.duration()).isEqualTo(Optional.ofNullable(millis).map(Duration::ofMillis));
    }

    @ParameterizedTest
    @CsvSource({
        "a.JPG, JPEG",
        "a/b.tif?x=1.png, TIFF",
        "a.opus, OGG",
        "a.m4v#x, MP4",
        "a.unknown, UNKNOWN",
        "a.pdf, UNKNOWN",
        "png, UNKNOWN",
        "a., UNKNOWN",
        "a.b.superlong, UNKNOWN"
    })
    void readsTheFormatFromTheEnding(String path, MediaFormat format) {
        assertThat(url("https://cdn.test/" + path).magic().format()).isEqualTo(format);
    }

    @Test
    void measuresByName() {
        Measures measures = measures("in-1280x720-10s-30fps.mp4?w=1x1");

        assertThat(measures.size()).contains(new Size(1280, 720));
        assertThat(measures.duration()).contains(Duration.ofSeconds(10));
        assertThat(measures.frameRate()).contains(new FrameRate(30_000));
        assertThat(measures("clip-854x480-5.2s.mov").duration()).contains(Duration.ofMillis(5200));
        assertThat(measures("clip-854x480-5.2s").duration()).contains(Duration.ofMillis(5200));
        assertThat(measures("clip-854x480-29.97fps.mov").frameRate()).contains(new FrameRate(29_970));
        assertThat(measures("still-1024x1024.png").size()).contains(new Size(1024, 1024));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "still-1024x.png",
                "still1024x1024.png",
                "still-10x10-x.png",
                "a-10x10.png/b.png",
                "a-9999999x1.png",
                "a.png?b-10x10.png",
                "a-10x10-s.png"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(measures(name)).isEqualTo(Measures.NONE);
    }

    @Test
    void isItsOwnIdentity() {
        MediaUrl url = url("https://cdn.test/in-1280x720-10s.mp4?token=1");

        assertThat(url.facts().identity()).isEqualTo("https://cdn.test/in-1280x720-10s.mp4?token=1");
        assertThat(url.facts().state()).isEqualTo(MediaState.UNFETCHED);
        assertThat(url.facts().measures()).isEqualTo(url.magic().measures());
    }
}
