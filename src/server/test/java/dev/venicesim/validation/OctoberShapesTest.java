package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nested keys and unbounded numbers of edition 2026-10-02. */
class OctoberShapesTest {

    private static final ApiEdition OCTOBER = ApiEdition.of("2026-10-02");
    private static final String PIXVERSE =
            "{'model':'pixverse-c1-reference-to-video','prompt':'@a','duration':'5s','resolution':'720p',"
                    + "'aspect_ratio':'16:9','image_references':[{'image_url':'https://e.com/a.png'%s}]}";
    private static final String WAN =
            "{'model':'wan-2-7-reference-to-video','prompt':'x','duration':'5s','resolution':'720p',"
                    + "'video_references':[{'video_url':'https://e.com/a.mp4'%s}]}";
    private static final String KLING = "{'model':'kling-o3-pro-reference-to-video','prompt':'x','duration':'5s',"
            + "'aspect_ratio':'16:9','elements':[{'frontal_image_url':'https://e.com/a.png'%s}]}";
    private static final String ORBIT = "{'model':'minimax-h3-max-multi-angle','image_url':'https://e.com/a.png',"
            + "'duration':'6s','resolution':'480P','camera_trajectory':["
            + "{'time':0,'azimuth':0,'elevation':0,'distance':1},{'time':1,'azimuth':%s,'elevation':0,'distance':%s}]}";

    private static String verdict(String body, QuirkSettings quirks) {
        var json = Json.trusted(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        var verdict = Validator.of(Catalog.of(OCTOBER)).queue(json, quirks);
        return verdict instanceof Verdict.Refused<?> refused ? refused.toString() : "taken";
    }

    private static String verdict(String body) {
        return verdict(body, QuirkSettings.of(OCTOBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'type':'style'", ",'ref_name':'a'", ",'type':'style','ref_name':'a'"})
    void takeEveryKeyOfATypedPicture(String more) {
        assertThat(verdict(PIXVERSE.formatted(more))).isEqualTo("taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'ref_name':'a'", ",'audio_url':'https://e.com/a.mp3'"})
    void takeEveryKeyOfATypedClip(String more) {
        assertThat(verdict(WAN.formatted(more))).isEqualTo("taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {PIXVERSE, WAN, KLING})
    void refuseOtherKeysOfAnEntryUnlessUnknownFieldsPass(String body) {
        var odd = body.formatted(",'weight':1");
        assertThat(verdict(odd)).contains("Unrecognized key(s) in object: 'weight'");
        assertThat(verdict(odd, QuirkSettings.defaults())).isEqualTo("taken");
    }

    @ParameterizedTest
    @CsvSource({"90, 1e300", "11520, 1"})
    void takeANumberThatHasNoBound(String azimuth, String distance) {
        assertThat(verdict(ORBIT.formatted(azimuth, distance))).isEqualTo("taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "-1e308", "11521"})
    void countTurnsInsteadOfNamingABoundOfOurs(String azimuth) {
        assertThat(verdict(ORBIT.formatted(azimuth, "1")))
                .contains("32 full turns")
                .doesNotContain("9223372036854775807")
                .doesNotContain("too_big");
    }
}
