package dev.venicesim.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.media.probe.bytes.JsonSlice;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "'data:image/png;base64,AAAA', image/png, true",
        "'DATA:Image/PNG;BASE64,AAAA', image/png, true",
        "'data:image/png;charset=utf-8;name=a.png;base64,AAAA', image/png, true",
        "'data:;base64,AAAA', '', true",
        "'data:,hello', '', false",
        "'data:text/plain;base64x,AAAA', text/plain, false",
        "'data:image/svg+xml;charset=utf-8,%3Csvg/%3E', image/svg+xml, false"
    })
    void readsTheHeaderOfADataUrl(String url, String mime, boolean base64) {
        assertThat(MediaReference.of(url)).isInstanceOfSatisfying(DataUrl.class, data -> {
            assertThat(data.mime()).isEqualTo(mime);
            assertThat(data.base64()).isEqualTo(base64);
        });
    }

    @Test
    void readsADataUrlWhereItLiesInTheBody() {
        byte[] body = "{\"image_url\":\"data:image\\/png;base64,QUJD\"}".getBytes(StandardCharsets.UTF_8);
        MediaReference reference = MediaReference.of(new JsonSlice(body, 14, body.length - 2));

        assertThat(reference).isInstanceOfSatisfying(DataUrl.class, data -> {
            assertThat(data.mime()).isEqualTo("image/png");
            assertThat(data.open().latin1(0, 9)).isEqualTo("ABC");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a cat",
                "ftp://h/a.png",
                "data:image/png;base64",
                "https:",
                "http",
                "//h/a.png",
                "file:///etc/passwd"
            })
    void refusesNothingAndCallsTheRestNoMedia(String text) {
        assertThat(MediaReference.of(text)).isInstanceOf(NotMedia.class);
    }

    @Test
    void takesNoUrlPastAllLength() {
        assertThat(MediaReference.of("https://cdn.test/" + "a".repeat(40_000))).isInstanceOf(NotMedia.class);
    }

    @Property(tries = 500)
    void survivesAnyText(@ForAll String tail) {
        assertThat(MediaReference.of("https://" + tail)).isInstanceOf(MediaUrl.class);
        assertThat(MediaReference.of("data:" + tail)).isNotInstanceOf(MediaUrl.class);
        assertThat(MediaReference.of(tail)).isNotNull();
    }

    @Property(tries = 500)
    void survivesAnyBytes(@ForAll byte[] body) {
        assertThat(MediaReference.of(new JsonSlice(body, 0, body.length))).isNotNull();
    }
}
