package dev.venicesim.auth;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @Property(tries = 100)
    void neverShowsAKey(@ForAll @AlphaChars @StringLength(min = 12, max = 60) String key) {
        assertThat(Credentials.mask("authorization", "bEARER  " + key))
                .startsWith("Bearer ***")
                .doesNotContain(key);
        assertThat(Credentials.mask("Authorization", "Basic " + key)).doesNotContain(key);
        assertThat(Credentials.mask("AUTHORIZATION", "Bearer " + key + " trailing"))
                .doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SIGN-IN-WITH-X", "X-Sign-In-With-X", "PAYMENT-SIGNATURE", "X-402-Payment", "X-PAYMENT", "Cookie"
            })
    void neverShowsWhatASecretHeaderHolds(String header) {
        assertThat(Credentials.mask(header, "eyJhZGRyZXNzIjoi"))
                .startsWith("***")
                .doesNotContain("eyJ");
    }

    @Test
    void keepsEqualKeysEqualAndPublicPrefixesReadable() {
        assertThat(Credentials.maskKey("a-key"))
                .isEqualTo(Credentials.maskKey("a-key"))
                .isNotEqualTo(Credentials.maskKey("b-key"));
        assertThat(Credentials.maskKey("VENICE_ADMIN_KEY_abc"))
                .startsWith("VENICE_ADMIN_KEY_***")
                .doesNotContain("abc");
    }

    @Test
    void leavesOtherHeadersAlone() {
        assertThat(Credentials.mask("Content-Type", "application/json")).isEqualTo("application/json");
        assertThat(Credentials.mask("X-Debug", "used sk-12345 here"))
                .doesNotContain("12345")
                .endsWith(" here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models?api_key=SECRET&type=video",
                "/x?type=video&token=SECRET",
                "/x?API-KEY=SECRET#f",
                "https://user:SECRET@host/x",
                "/__sim/worlds/sk-SECRET/clock",
                "/__sim/worlds/VENICE_INFERENCE_KEY_SECRET"
            })
    void masksKeysInUrls(String url) {
        assertThat(Credentials.maskUrl(url)).doesNotContain("SECRET").contains("***");
    }

    @Test
    void leavesOtherUrlsAlone() {
        assertThat(Credentials.maskUrl("/api/v1/models?type=video")).isEqualTo("/api/v1/models?type=video");
    }
}
