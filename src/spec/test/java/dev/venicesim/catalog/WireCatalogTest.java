package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireCatalogTest {

    private static final ApiEdition AUGUST = TestEditions.AUGUST;

    @ParameterizedTest
    @EachEdition
    void readsItsOwnReplyBackUnchanged(ApiEdition edition) {
        var own = Catalog.of(edition);
        var read = Catalog.fromWire(
                Json.trusted(new ModelsReply(own).models("video").orElseThrow()), edition);
        assertThat(read.listed()).isEqualTo(own.listed());
        assertThat(read.unlisted()).isEqualTo(own.unlisted());
        assertThat(new ModelsReply(read).models("video"))
                .contains(new ModelsReply(own).models("video").orElseThrow());
    }

    @Test
    void laysTheFilesConstraintsUnderTheRulesOfAKnownModel() {
        var model = only(
                "kling-o3-pro-reference-to-video",
                "'model_type':'image-to-video','durations':['20s'],'resolutions':['8k']");
        assertThat(model.options(RequestField.DURATION)).containsExactly("20s");
        assertThat(model.rules().defaultOf(RequestField.RESOLUTION)).contains("8k");
        assertThat(model.rules().requires(RequestField.ASPECT_RATIO)).isFalse();
        assertThat(model.rules().accepts(RequestField.AUDIO)).isFalse();
        assertThat(model.rules().maxItems(RequestField.ELEMENTS)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "nova-9-text-to-video,              text-to-video,  TEXT_TO_VIDEO",
        "nova-9,                            image-to-video, IMAGE_TO_VIDEO",
        "nova-9-reference-to-video-private, image-to-video, REFERENCE_TO_VIDEO",
        "nova-9-transition,                 image-to-video, TRANSITION",
        "nova-9-first-last-frame-to-video,  image-to-video, FIRST_LAST_FRAME",
        "nova-9-video-edit,                 video,          VIDEO_TO_VIDEO",
        "nova-9-motion-control,             video,          MOTION_CONTROL",
        "nova-9-upscale,                    video,          UPSCALE"
    })
    void concludesTheKindOfAModelNobodyKnows(String id, String type, ModelKind kind) {
        assertThat(only(id, "'model_type':'" + type + "','durations':['5s']")
                        .rules()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void concludesTheRulesOfAModelNobodyKnowsFromItsConstraints() {
        var model = only(
                "nova-9-reference-to-video-private",
                "'model_type':'image-to-video','durations':['5s'],'audio':true,'audio_configurable':true,'audio_input':true,"
                        + "'prompt_character_limit':99,'reference_image_min_short_side_pixels':256,'topaz':{'model':'x'}");
        var rules = model.rules();
        assertThat(rules.accepts(RequestField.AUDIO)).isTrue();
        assertThat(rules.accepts(RequestField.AUDIO_URL)).isTrue();
        assertThat(rules.anyOf()).containsExactly(RequestField.REFERENCE_IMAGE_URLS);
        assertThat(rules.maxItems(RequestField.REFERENCE_IMAGE_URLS)).isEqualTo(4);
        assertThat(rules.promptLimit()).isEqualTo(99);
        assertThat(rules.limits().images().minSidePixels()).isEqualTo(256);
        assertThat(rules.has(ModelTrait.DOWNLOAD_LINK)).isTrue();
        assertThat(model.constraints().others()).containsOnlyKeys("topaz");
        assertThat(model.provenance()).containsKey("rules");
    }

    @Test
    void knowsAModelFromAnotherEditionIfItsOwnHasNone() {
        var file =
                "{'data':[{'id':'seedance-2-5-reference-to-video-basic','model_spec':{'constraints':{'model_type':'image-to-video'}}}]}";
        var june = Catalog.fromWire(json(file), TestEditions.JUNE).listed().get(0);
        assertThat(june.rules().maxItems(RequestField.REFERENCE_IMAGE_URLS)).isEqualTo(30);
        var august = only("seedance-2-0-image-to-video", "'model_type':'image-to-video'");
        assertThat(august.rules().has(ModelTrait.CONSENT)).isTrue();
    }

    @Test
    void showsUnknownKeysOfTheFileAsTheyCame() {
        var catalog = Catalog.fromWire(
                json(
                        "{'data':[{'id':'a','model_spec':{'offline':true,'constraints':{'model_type':'text-to-video','zest':[1]}}}]}"),
                AUGUST);
        var spec = Json.trusted(new ModelsReply(catalog).models("video").orElseThrow())
                .path("data")
                .path(0)
                .path("model_spec");
        assertThat(spec.path("offline").booleanValue()).isTrue();
        assertThat(spec.path("constraints").path("zest")).isEqualTo(json("[1]"));
    }

    @Test
    void listsEachModelAsItWasSaved() {
        var file = json(
                "{'data':[{'id':'nova-9','type':'video','discount_to_user':0.5,'owned_by':'someone','model_spec':{'traits':['new'],"
                        + "'deprecation':{'date':'2027-01-01T00:00:00Z','removesAt':'2027-02-01T00:00:00Z','startsAt':'2026-12-01T00:00:00Z'},"
                        + "'constraints':{'model_type':'text-to-video','prompt_character_limit':null}}}]}");
        var listing = Json.trusted(
                new ModelsReply(Catalog.fromWire(file, AUGUST)).models("video").orElseThrow());
        assertThat(listing.path("data")).isEqualTo(file.path("data"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wan-2.6-text-to-video     | {}                                       | TEXT_TO_VIDEO      | 3
            wan-2.6-text-to-video     | {'constraints':null}                     | TEXT_TO_VIDEO      | 3
            wan-2.6-text-to-video     | {'constraints':{'durations':['7s']}}     | TEXT_TO_VIDEO      | 1
            nova-9                    | {}                                       | TEXT_TO_VIDEO      | 0
            nova-9-image-to-video     | {'constraints':{'durations':['7s']}}     | IMAGE_TO_VIDEO     | 1
            nova-9-upscale            | {'constraints':null}                     | UPSCALE            | 0
            nova-9                    | {'constraints':{'model_type':'reference-to-video'}} | REFERENCE_TO_VIDEO | 0
            nova-9                    | {'constraints':{'model_type':'video-to-video'}}     | VIDEO_TO_VIDEO     | 0
            """)
    void makesDoWithoutConstraintsAndWithATypeThatNamesAKind(String id, String spec, ModelKind kind, int durations) {
        var model = Catalog.fromWire(json("[{'id':'" + id + "','model_spec':" + spec + "}]"), AUGUST)
                .listed()
                .get(0);
        assertThat(model.rules().kind()).isEqualTo(kind);
        assertThat(model.constraints().durations()).hasSize(durations);
    }

    @Test
    void passesOverModelsOfOtherTypes() {
        var catalog = Catalog.fromWire(
                json(
                        "{'data':[{'id':'t','type':'text','model_spec':{}},{'id':'v','type':'video','model_spec':{'constraints':{'model_type':'video'}}}]}"),
                AUGUST);
        assertThat(catalog.listed()).extracting(Model::id).containsExactly("v");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                              | /data: expected the array of models a reply of GET /models?type=video has, found nothing
            {'data':[]}                                                                     | /data: holds no video model; save GET /models?type=video
            {'data':[7]}                                                                    | /data/0/id: expected a non-empty string, found nothing
            {'data':[{'id':'a'}]}                                                           | /data/0/model_spec: expected an object, found nothing
            {'data':[{'id':'a','model_spec':{'constraints':[]}}]}                           | /data/0/model_spec/constraints: expected an object, found array
            {'data':[{'id':'a','model_spec':{'constraints':{'model_type':'gif'}}}]}         | /data/0/model_spec/constraints/model_type: expected text-to-video, image-to-video or video, found gif
            {'data':[{'id':'a','model_spec':{'constraints':{'model_type':'video','durations':[5]}}}]} | /data/0/model_spec/constraints/durations/0: expected a string, found number
            {'data':[{'id':'a','model_spec':{'constraints':{'model_type':'video','audio':'yes'}}}]}   | /data/0/model_spec/constraints/audio: expected true or false, found string
            {'data':[{'id':'a','model_spec':{'deprecation':{'date':'soon'},'constraints':{'model_type':'video'}}}]} | /data/0/model_spec/deprecation/date: expected an instant such as 2026-09-24T00:00:00.000Z, found soon
            """)
    void saysWhereAFileIsWrongAndWhatBelongsThere(String file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.fromWire(json(file), AUGUST))
                .withMessage(message);
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        var model = "{'id':'a','model_spec':{'constraints':{'model_type':'video'}}}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.fromWire(json("[" + model + "," + model + "]"), AUGUST))
                .withMessage("/1/id: \"a\" is there twice; remove one");
    }

    @Test
    void takesFromTheFileWhatAnEditionsOwnDataCouldSay() {
        var file = json("""
                {'x-venice-sim':{'shared':[{'name':'toy-sounds','maxItems':{'reference_audio_urls':2},
                                            'limits':{'referenceAudios':{'maxSeconds':7}}}]},
                 'data':[{'id':'nova-9','model_spec':{'constraints':{'model_type':'image-to-video','durations':['5s']}},
                          'x-venice-sim':{'kind':'reference-to-video','rules':['toy-sounds','faces-at-provider'],
                                          'maxItems':{'reference_image_urls':12},'refuses':['reference_video_urls'],
                                          'sources':{'maxItems.reference_image_urls':'a guide'},'inferred':['anyOf']}}]}
                """);
        var catalog = Catalog.fromWire(file, AUGUST);
        var model = catalog.find("nova-9").orElseThrow();
        assertThat(model.rules().kind()).isEqualTo(ModelKind.REFERENCE_TO_VIDEO);
        assertThat(model.rules().maxItems(RequestField.REFERENCE_IMAGE_URLS)).isEqualTo(12);
        assertThat(model.rules().maxItems(RequestField.REFERENCE_AUDIO_URLS)).isEqualTo(2);
        assertThat(model.rules().limits().referenceAudios().maxSeconds()).isEqualTo(7);
        assertThat(model.rules().has(ModelTrait.FACES_AT_PROVIDER)).isTrue();
        assertThat(model.provenanceOf("maxItems.reference_image_urls")).isEqualTo(new Provenance(false, "a guide"));
        assertThat(model.provenanceOf("anyOf").inferred()).isTrue();
        assertThat(new String(new ModelsReply(catalog).models("video").orElseThrow(), StandardCharsets.UTF_8))
                .contains("nova-9")
                .doesNotContain("x-venice-sim");
    }

    @Test
    void addsAFilesModelsToTheEditionsIfItSaysSo() {
        var own = Catalog.of(AUGUST);
        var known = own.listed().get(3).id();
        var file = json("{'x-venice-sim':{'adds':true},'data':[{'id':'nova-9','model_spec':{}},{'id':'" + known
                + "','model_spec':{}},{'id':'nova-10','model_spec':{},'x-venice-sim':{'listed':false}}]}");
        var catalog = Catalog.fromWire(file, AUGUST);
        assertThat(catalog.listed()).hasSize(own.listed().size() + 1);
        assertThat(catalog.listed()).extracting(Model::id).endsWith("nova-9", known);
        assertThat(catalog.find("nova-10").orElseThrow().listed()).isFalse();
        assertThat(catalog.unlisted()).hasSize(own.unlisted().size() + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'kind':'novel'}                            | /data/0/x-venice-sim/kind: no kind is called "novel"
            {'rules':['nope']}                          | /data/0/x-venice-sim/rules: no shared row of rules is called "nope"
            {'maxItems':{'reference_image_urls':'9'}}   | /data/0/x-venice-sim/maxItems/reference_image_urls: expected a whole number
            {'maxItems':{'pictures':9}}                 | /data/0/x-venice-sim/maxItems/pictures: "pictures" is no field
            {'requires':'image_url'}                    | /data/0/x-venice-sim/requires: expected an array of strings
            {'limits':{'images':{'maxKilobytes':9}}}    | /data/0/x-venice-sim/limits/images/maxKilobytes: is unknown here
            {'limits':{'sounds':{}}}                    | /data/0/x-venice-sim/limits/sounds: is unknown here
            {'limits':{'upscale':{'factors':[1,2.5]}}}  | /data/0/x-venice-sim/limits/upscale/factors/1: expected a whole number
            {'traits':['shy']}                          | /data/0/x-venice-sim/traits: no trait is called "shy"
            {'duration':'5s'}                           | /data/0/x-venice-sim/duration: expected ignored
            {'caps':{}}                                 | /data/0/x-venice-sim/caps: is unknown here
            """)
    void refusesWhatTheFileSaysWronglyWithItsPlace(String own, String message) {
        var file = json("{'data':[{'id':'nova-9','model_spec':{},'x-venice-sim':" + own + "}]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.fromWire(file, AUGUST))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topaz-suite", "later"})
    void concludesTheRulesOfAShippedListFromWhatAClientSeesOfIt(String name) {
        var latest = ApiEdition.latest();
        var shipped = Catalog.fromWire(EditionFiles.models(name).orElseThrow(), latest);
        var recorded = Catalog.fromWire(
                Json.trusted(new ModelsReply(shipped).models("video").orElseThrow()), latest);
        assertThat(recorded.listed())
                .extracting(Model::id, Model::rules)
                .containsExactlyElementsOf(shipped.listed().stream()
                        .map(model -> tuple(model.id(), model.rules()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "seedance-2-5-swift-reference-to-video-basic, 30, 10, 10, 52428800,  1",
        "seedance-2-5-us-reference-to-video-private,  30, 10, 10, 209715200, 0",
        "seedance-2-0-swift-reference-to-video-basic, 9,  3,  3,  52428800,  1"
    })
    void findsTheCapsOfAFamilyByTheIdOfItsMember(
            String id, int pictures, int clips, int sounds, long bytes, int basic) {
        var rules = only(id, "'model_type':'image-to-video','durations':['5s'],'aspect_ratios':['16:9']")
                .rules();
        assertThat(rules.maxItems(RequestField.REFERENCE_IMAGE_URLS)).isEqualTo(pictures);
        assertThat(rules.maxItems(RequestField.REFERENCE_VIDEO_URLS)).isEqualTo(clips);
        assertThat(rules.maxItems(RequestField.REFERENCE_AUDIO_URLS)).isEqualTo(sounds);
        assertThat(rules.limits().referenceVideos().maxBytes()).isEqualTo(bytes);
        assertThat(rules.accepts(RequestField.BITRATE_MODE)).isEqualTo(basic == 1);
        assertThat(rules.sourceMatched(RequestField.ASPECT_RATIO)).hasSize(2 * basic);
    }

    @Test
    void holdsAModelToItsConstraintEnhancement() {
        var rules = only(
                        "nova-video-sharpen",
                        "'model_type':'video','durations':['Auto'],'video_input':true,"
                                + "'enhancement':{'models':[],'sliders':[],'selects':[],'h264_output':false,'prompt':true}")
                .rules();
        assertThat(rules.kind()).isEqualTo(ModelKind.UPSCALE);
        assertThat(rules.accepts(RequestField.UPSCALE_FACTOR)).isTrue();
        assertThat(rules.accepts(RequestField.GRAIN)).isTrue();
        assertThat(rules.accepts(RequestField.H264_OUTPUT)).isFalse();
        assertThat(rules.accepts(RequestField.PROMPT)).isTrue();
        assertThat(rules.requires(RequestField.PROMPT)).isFalse();
    }

    private static Model only(String id, String constraints) {
        var file = json("{'data':[{'id':'" + id + "','model_spec':{'constraints':{" + constraints + "}}}]}");
        return Catalog.fromWire(file, AUGUST).listed().get(0);
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
