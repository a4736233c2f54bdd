package dev.venicesim.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTextTest {

    private final SharedText shared = new SharedText(List.of("a-key-of-no-known-form"));

    @Test
    void takesOutKnownKeysLinksAndNamesInTheFormOfMail() {
        assertThat(shared.masked(
                        "a-key-of-no-known-form asks https://a.example/v1/share/read/tok3n for ada.l+x@venice.example"))
                .isEqualTo("*** asks https://a.example/v1/share/read/*** for ***@***");
        assertThat(shared.masked("sk-live-0123456789 by VENICE_INFERENCE_KEY_abc"))
                .doesNotContain("0123456789", "KEY_abc");
    }

    @Test
    void takesOutWhatItsMemberCallsSecretAndLeavesTheRest() {
        var json = Json.object().put("api_key", "plain").put("prompt", "a gondola @ dusk");
        json.putArray("urls").add("https://user:word@media.example/a.png?sig=5up3r&size=2");
        json.putObject("payment").put("signature", "0xfeed").put("value", 7);
        var masked = shared.masked(json);
        assertThat(masked.toString()).doesNotContain("plain", "0xfeed", "5up3r", "word@");
        assertThat(masked.path("prompt").asText()).isEqualTo("a gondola @ dusk");
        assertThat(masked.path("urls").get(0).asText()).contains("media.example/a.png", "size=2");
        assertThat(masked.at("/payment/value").asInt()).isEqualTo(7);
    }
}
