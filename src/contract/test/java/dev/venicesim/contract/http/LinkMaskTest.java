package dev.venicesim.contract.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.venicesim.contract.check.Difference;
import dev.venicesim.net.LinkMask;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No evidence holds the token of a download link. */
class LinkMaskTest {

    private static final String LINK = "https://private-share.venice.ai/v1/share/read/eyJhbGciOi.x-y_z?sig=abc";
    private static final String SHOWN = "https://private-share.venice.ai/v1/share/read/***";

    @Test
    void aShellLineAndADifferenceShowNoToken() {
        var target = Target.at("http://127.0.0.1:1/api/v1", Optional.empty(), Target.Manner.real());
        assertThat(target.curl(TargetRequest.get(LINK))).isEqualTo("curl -i -X GET '" + SHOWN + "'");
        assertThat(new Difference("/download_url", "absent", "\"" + LINK + "\"").actual())
                .isEqualTo("\"" + SHOWN + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 to GET %s, and in 2 more)",
                "(%s)",
                "[%s, %s]",
                "It is %s.",
                "%s; then {%s}",
                "is it %s?",
                "\"%s\""
            })
    void theSentenceAroundALinkStaysAsItIs(String sentence) {
        assertThat(LinkMask.masked(sentence.replace("%s", LINK))).isEqualTo(sentence.replace("%s", SHOWN));
    }

    @Test
    void aFailureShowsNoToken() {
        var manner =
                new Target.Manner(Duration.ofSeconds(5), Target.Manner.real().time(), duration -> {});
        var target = Target.at("http://127.0.0.1:1/api/v1", Optional.empty(), manner);
        var request = TargetRequest.get("http://127.0.0.1:1/v1/share/read/secret-token");
        var failure = catchThrowableOfType(TargetFailure.class, () -> target.askAtOnce(request));
        assertThat(failure).hasMessageContaining("/v1/share/read/***").hasMessageNotContaining("secret-token");
    }
}
