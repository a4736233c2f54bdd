package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidatorTest {

    private static final String WAN =
            "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9','duration':'5s'%s}";

    private final Validator validator = Validator.of(Catalog.of(TestEditions.JUNE));

    @Test
    void saysOfAnUnknownModelWhatTheQuirkSays() {
        var body = "{'model':'nope'}";
        assertThat(refusal(queue(body)).error().status()).isEqualTo(404);
        assertThat(Answers.text(queue(body))).isEqualTo("{\"error\":\"Specified model not found\"}");
        assertThat(Answers.text(queue(body, "unknown-model", "404-named")))
                .isEqualTo("{\"error\":\"Specified model not found: nope\"}");
        assertThat(Answers.text(queue(body, "unknown-model", "400")))
                .isEqualTo("{\"error\":\"Invalid model specified\"}");
    }

    @Test
    void treatsAnotherCaseOfAnIdAsAnotherModel() {
        assertThat(refusal(queue("{'model':'WAN-2.6-text-to-video'}")).error().status())
                .isEqualTo(404);
    }

    @Test
    void asksForTheModelFirst() {
        assertThat(Answers.paths(queue("{'prompt':7}"))).containsExactly("model", "prompt");
        assertThat(Answers.paths(queue("{'model':null}"))).containsExactly("model");
    }

    @Test
    void refusesABodyThatIsNoObject() {
        var verdict = validator.queue(Json.trusted(new byte[] {'[', ']'}), Answers.QUIRKS);
        assertThat(Answers.text(verdict)).contains("\"path\":[],\"message\":\"Expected object, received array\"");
    }

    @Test
    void ignoresUnknownFieldsUntilTheQuirkRefusesThem() {
        assertThat(Answers.text(queue(WAN.formatted(",'seed':1")))).isEmpty();
        assertThat(Answers.messages(queue(WAN.formatted(",'seed':1"), "unknown-fields", "refuse")))
                .containsExactly("Unrecognized key(s) in object: 'seed'");
    }

    @Test
    void sparesNamesFromTheGuidesWhenUnknownFieldsAreRefused() {
        var body = WAN.formatted(",'reference_video_total_duration':5");
        assertThat(Answers.text(queue(body, "unknown-fields", "refuse"))).isEmpty();
    }

    @Test
    void takesBareSecondsAliasesAndSparesAudioUnderTheirQuirks() {
        var bare = WAN.replace("'5s'", "'5'").formatted("");
        assertThat(Answers.messages(queue(bare))).hasSize(1);
        assertThat(Answers.text(queue(bare, "bare-seconds", "accept"))).isEmpty();

        var grok = "{'model':'grok-imagine-reference-to-video','prompt':'x','aspect_ratio':'16:9','duration':'5s',"
                + "'referenceImageUrls':['https://a.example.com/x.png']}";
        assertThat(Answers.messages(queue(grok))).containsExactly("At least one reference image is required");
        assertThat(Answers.text(queue(grok, "field-aliases", "on"))).isEmpty();

        var longcat = new RequestMaker(Answers.model(TestEditions.JUNE, "longcat-text-to-video"))
                .minimal()
                .put("audio", true);
        assertThat(Answers.text(validator.queue(longcat, Answers.QUIRKS.with("audio-flag", "ignore"))))
                .isEmpty();
    }

    @Test
    void refusesTheLiteralAutoUnderItsQuirk() {
        var body =
                "{'model':'happyhorse-1-0-video-to-video','prompt':'x','video_url':'https://a.example.com/v','duration':'%s'}";
        assertThat(Answers.text(queue(body.formatted("Auto")))).isEmpty();
        assertThat(Answers.paths(queue(body.formatted("Auto"), "auto-duration", "refuse")))
                .containsExactly("duration");
        assertThat(Answers.text(queue(body.formatted("12.5"), "auto-duration", "refuse")))
                .isEmpty();
        assertThat(Answers.paths(queue(body.formatted("301"), "auto-duration", "refuse")))
                .containsExactly("duration");
    }

    @Test
    void judgesRulesAcrossFieldsOnlyOnceEachFieldHasItsType() {
        var body = "{'model':'grok-imagine-reference-to-video','prompt':%s,'aspect_ratio':'16:9','duration':'5s'}";
        assertThat(Answers.paths(queue(body.formatted("7")))).containsExactly("prompt");
        assertThat(Answers.paths(queue(body.formatted("''")))).containsExactly("prompt", "reference_image_urls");
    }

    @Test
    void findsEveryMediumWithItsRoleAndPlace() {
        var url = "'https://a.example.com/x'";
        var body =
                "{'model':'kling-o3-pro-reference-to-video','prompt':'x','aspect_ratio':'16:9','duration':'5s','image_url':"
                        + url + ",'elements':[{'frontal_image_url':" + url + ",'reference_image_urls':[" + url
                        + "]}],'scene_image_urls':[" + url + "]}";
        var request = (Verdict.Accepted<QueueRequest>) queue(body);
        assertThat(request.value().media())
                .extracting(medium -> medium.role().label() + " " + medium.path())
                .containsExactly(
                        "image image_url",
                        "scene_image scene_image_urls[0]",
                        "element_image elements[0].frontal_image_url",
                        "element_image elements[0].reference_image_urls[0]");
    }

    @Test
    void namesTheRulesInItsWhy() {
        var why = refusal(
                        queue(
                                "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9','duration':'7s','image_url':'data:,'}"))
                .why();
        assertThat(why).contains("duration-listed (", "no-image_url (", "2026-", "at duration, image_url");
    }

    @Test
    void takesRetrieveAndCompleteStrictly() {
        assertThat(Answers.paths(validator.retrieve(Answers.json("{'queue_id':'q'}"), Answers.QUIRKS)))
                .containsExactly("model");
        assertThat(Answers.text(validator.complete(Answers.json("{'queue_id':'q'}"), quirk("missing-model", "plain"))))
                .isEqualTo("{\"error\":\"model is required\"}");
        assertThat(Answers.text(validator.complete(
                        Answers.json("{'queue_id':'q','model':1}"), quirk("missing-model", "plain"))))
                .isEqualTo("{\"error\":\"model must be a string\"}");
        var lenient = validator.retrieve(Answers.json("{'queue_id':'q'}"), quirk("missing-model", "lenient"));
        assertThat(lenient).isEqualTo(Verdict.accept(new RetrieveRequest(java.util.Optional.empty(), "q", false)));
    }

    @Test
    void saysInPlainWordsThatAModelIsMissingWhereTheQuirkHasItSo() {
        var plain = quirk("missing-model", "plain");
        for (var body : List.of("{'duration':'5s','prompt':7}", "{}")) {
            assertThat(Answers.text(validator.queue(Answers.json(body), plain)))
                    .isEqualTo("{\"error\":\"model is required\"}");
            assertThat(Answers.text(validator.quote(Answers.json(body), plain)))
                    .isEqualTo("{\"error\":\"model is required\"}");
        }
        assertThat(Answers.text(validator.queue(Answers.json("{'model':null}"), plain)))
                .isEqualTo("{\"error\":\"model must be a string\"}");
        assertThat(Answers.text(validator.queue(Json.trusted(new byte[] {'[', ']'}), plain)))
                .contains("Expected object");
    }

    @Test
    void takesAWebAddressToTranscribe() {
        assertThat(validator.transcription(Answers.json("{'url':'https://youtu.be/x','response_format':'text'}")))
                .isEqualTo(Verdict.accept(new TranscriptionRequest("https://youtu.be/x", true)));
        for (var url : new String[] {"x", "data:video/mp4;base64,AA", "http://10.0.0.1/"}) {
            assertThat(Answers.paths(validator.transcription(Answers.json("{'url':'" + url + "'}"))))
                    .containsExactly("url");
        }
    }

    @Test
    void knowsTheKindsOfModels() {
        assertThat(validator.modelsType("video")).isEqualTo(Verdict.accept("video"));
        assertThat(validator.modelsType("all")).isEqualTo(Verdict.accept("all"));
        assertThat(refusal(validator.modelsType("")).error().status()).isEqualTo(400);
        assertThat(validator.mapsType("video")).isEqualTo(Verdict.accept("video"));
        assertThat(refusal(validator.mapsType("all")).error().status()).isEqualTo(400);
    }

    private Verdict<QueueRequest> queue(String body) {
        return validator.queue(Answers.json(body), Answers.QUIRKS);
    }

    private Verdict<QueueRequest> queue(String body, String quirk, String value) {
        return validator.queue(Answers.json(body), quirk(quirk, value));
    }

    private static QuirkSettings quirk(String label, String value) {
        return QuirkSettings.defaults().with(Map.of(label, value));
    }

    private static Refusal refusal(Verdict<?> verdict) {
        return ((Verdict.Refused<?>) verdict).refusal();
    }
}
