package dev.venicesim.net;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialMaskTest {

    @Property(tries = 100)
    void neverShowsAKey(@ForAll @AlphaChars @StringLength(min = 12, max = 60) String key) {
        assertThat(CredentialMask.mask("authorization", "bEARER  " + key))
                .startsWith("Bearer ***")
                .doesNotContain(key);
        assertThat(CredentialMask.mask("Authorization", "Basic " + key)).doesNotContain(key);
        assertThat(CredentialMask.mask("AUTHORIZATION", "Bearer " + key + " trailing"))
                .doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIGN-IN-WITH-X",
                "X-Sign-In-With-X",
                "PAYMENT-SIGNATURE",
                "X-402-Payment",
                "X-PAYMENT",
                "Cookie",
                "Api-Key",
                "X-Auth-Token",
                "X-Goog-Api-Key",
                "X-Amz-Security-Token",
                "X-Client-Secret-Key",
                "Set-Cookie",
                "Proxy-Authorization",
                "X-Passphrase",
                "Access-Key-Id"
            })
    void neverShowsWhatASecretHeaderHolds(String header) {
        assertThat(CredentialMask.mask(header, "eyJhZGRyZXNzIjoi"))
                .startsWith("***")
                .doesNotContain("eyJ");
    }

    @Test
    void keepsEqualKeysEqualAndPublicPrefixesReadable() {
        assertThat(CredentialMask.maskKey("a-key"))
                .isEqualTo(CredentialMask.maskKey("a-key"))
                .isNotEqualTo(CredentialMask.maskKey("b-key"));
        assertThat(CredentialMask.maskKey("VENICE_ADMIN_KEY_abc"))
                .startsWith("VENICE_ADMIN_KEY_***")
                .doesNotContain("abc");
    }

    @Test
    void leavesOtherHeadersAlone() {
        assertThat(CredentialMask.mask("Content-Type", "application/json")).isEqualTo("application/json");
        assertThat(CredentialMask.mask("X-Debug", "used sk-12345 here"))
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
                "https://b.s3.example.com/a.png?X-Amz-Expires=60&X-Amz-Signature=SECRET&X-Amz-Credential=SECRET",
                "https://a.blob.example.com/a.png?sv=1&sig=SECRET",
                "/x?refresh_token=SECRET",
                "/x?sessionId=SECRET&clientSecret=SECRET",
                "/x?auth=SECRET",
                "/__sim/worlds/sk-SECRET/clock",
                "/__sim/worlds/VENICE_INFERENCE_KEY_SECRET"
            })
    void masksKeysInUrls(String url) {
        assertThat(CredentialMask.maskUrl(url)).doesNotContain("SECRET").contains("***");
    }

    @Test
    void masksWhatIsSecretInTheUrlsOfAText() {
        var body =
                "{\"image_url\":\"https://user:SECRET@h/a.png?sig=SECRET\",\"prompt\":\"see https://h/b.png?w=1&token=SECRET or not\"}";
        var masked = CredentialMask.maskText(body);
        assertThat(masked)
                .doesNotContain("SECRET")
                .startsWith("{\"image_url\":\"https://***")
                .contains("\",\"prompt\":\"see https://h/b.png?w=1&token=***")
                .endsWith(" or not\"}");
        assertThat(CredentialMask.maskText(masked)).isEqualTo(masked);
        assertThat(CredentialMask.maskText("mail me@host.example, see https://h/x?type=video"))
                .isEqualTo("mail me@host.example, see https://h/x?type=video");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api_key\":\"SECRET\"}",
                "{\"a\":{ \"password\" : \"SECRET with \\\" in it\" }}",
                "{\"accessToken\":\"SECRET\",\"Authorization\":\"Bearer SECRET\"}",
                "{\"clientSecret\":\"SECRET\",\"model\":",
                "the body was {\\\"client_secret\\\":\\\"SECRET\\\"}",
                "api_key=SECRET&model=wan"
            })
    void masksTheMembersOfATextThatAreNamedAsCredentials(String text) {
        var masked = CredentialMask.maskText(text);

        assertThat(masked).doesNotContain("SECRET").contains("***");
        assertThat(CredentialMask.maskText(masked)).isEqualTo(masked);
    }

    @Test
    void leavesTheRestOfADocumentAsItWasWritten() {
        assertThat(CredentialMask.maskText("{ \"model\" : \"wan\",\n \"token\" :\"s\" , \"seed\":7 }"))
                .matches("\\{ \"model\" : \"wan\",\n \"token\" :\"\\*{3}[0-9a-f]{8}\" , \"seed\":7 }");
        var plain = "{\"max_tokens\":\"9\",\"tokenAddress\":\"0x1\",\"apiKeyId\":\"k\",\"token\":7,\"secret\":null}";
        assertThat(CredentialMask.maskText(plain)).isEqualTo(plain);
        assertThat(CredentialMask.maskUrl("/x?page_token=2&keyword=3")).isEqualTo("/x?page_token=2&keyword=3");
    }

    @Test
    void masksAsMuchTextAsThereIs() {
        var open = "{\"token\":\"" + "\\".repeat(2_000_000);
        assertThat(CredentialMask.maskText(open)).isEqualTo(open);
        var many = "\"token\":\"SECRET\",".repeat(100_000);
        assertThat(CredentialMask.maskText(many)).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-ratelimit-remaining-tokens", "x-ratelimit-limit-token", "ETag", "Sec-Fetch-Site"})
    void leavesHeadersAloneThatOnlySoundAlike(String header) {
        assertThat(CredentialMask.mask(header, "5000")).isEqualTo("5000");
    }

    @Test
    void leavesOtherUrlsAlone() {
        assertThat(CredentialMask.maskUrl("/api/v1/models?type=video")).isEqualTo("/api/v1/models?type=video");
    }

    @ParameterizedTest
    @CsvSource({
        "sk-broke-7f3a2b91c0de, sk-...c0de",
        "any-key, any...",
        "k, k...",
        "exactly-16-chars, exa...hars",
        "exactly-15-char, exa...",
    })
    void hintsAtAKeyForWhoKnowsIt(String key, String hint) {
        assertThat(CredentialMask.hint(key)).isEqualTo(hint);
    }
}
