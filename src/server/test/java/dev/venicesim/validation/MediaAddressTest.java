package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example.com/a.png",
                "HTTP://EXAMPLE.COM",
                "https://user:pw@example.com:8443/x?y#z",
                "http://8.8.8.8/x",
                "http://[2001:4860:4860::8888]/x",
                "http://172.32.0.1",
                "http://100.128.0.1",
                "http://10.example.com",
                "http://localhost.example.com/"
            })
    void takesPublicAddresses(String url) {
        assertThat(MediaAddress.complaint(url, MediaAddress.DATA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://LOCALHOST:8080/x",
                "http://api.localhost/",
                "http://localhost./",
                "http://127.0.0.1/",
                "http://127.1",
                "http://2130706433/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://0.0.0.0",
                "http://10.1.2.3",
                "http://172.16.0.1",
                "http://192.168.1.1",
                "http://169.254.169.254/latest",
                "http://100.64.0.1",
                "http://[::1]:80/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://example.com@127.0.0.1/",
                "http://metadata.google.internal/"
            })
    void refusesLoopbackAndPrivateOnes(String url) {
        assertThat(MediaAddress.complaint(url, MediaAddress.DATA)).contains("URL must be publicly accessible");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cat.png", "ftp://example.com", "https://", "http:///x", "http:example.com", "javascript:1"})
    void refusesWhatIsNoAddress(String url) {
        assertThat(MediaAddress.complaint(url, MediaAddress.DATA)).contains("Must be a URL or data URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/png;base64,AA", "DATA:,x"})
    void takesDataUrlsWhereTheyAreAllowed(String url) {
        assertThat(MediaAddress.complaint(url, MediaAddress.DATA)).isEmpty();
        assertThat(MediaAddress.complaint(url, "")).contains("Must be a URL");
    }

    @Test
    void takesDataUrlsOfPicturesAloneForAPicture() {
        assertThat(MediaAddress.complaint("data:image/png;base64,AA", MediaAddress.PICTURE))
                .isEmpty();
        assertThat(MediaAddress.complaint("DATA:Image/gif,x", MediaAddress.PICTURE))
                .isEmpty();
        assertThat(MediaAddress.complaint("https://example.com/x", MediaAddress.PICTURE))
                .isEmpty();
        assertThat(MediaAddress.complaint("data:text/plain,x", MediaAddress.PICTURE))
                .contains("Must be a URL (http/https) or a data URL (data:image/...)");
    }
}
