package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row, one rule: what is laid over a model's smallest request, and what is said where. No words mean that it is taken. */
class QueueRulesTest {

    private static final Edition E06 = Edition.E2026_06_17;
    private static final Edition E08 = Edition.E2026_08_21;
    private static final String WEB = "'https://media.example.com/a'";

    static Stream<Arguments> rows() {
        return Stream.of(seedance20(), seedance25(), topaz(), kling(), references(), frames(), sounds(), addresses())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> seedance20() {
        var r2v = "seedance-2-0-reference-to-video";
        var i2v = "seedance-2-0-image-to-video";
        var none = "'reference_image_urls':[],'reference_video_urls':[]";
        return Stream.of(
                arguments(
                        E06, i2v, "'aspect_ratio':'16:9'", "aspect_ratio", "This model does not support aspect_ratio"),
                arguments(E06, i2v, "'end_image_url':" + WEB, "", ""),
                arguments(E08, i2v + "-basic", "'resolution':'4k'", "", ""),
                arguments(
                        E06,
                        i2v,
                        "'resolution':'2160p'",
                        "resolution",
                        "Invalid enum value. Expected '1080p' | '720p' | '480p', received '2160p'"),
                arguments(E06, r2v, none, "", "At least one reference is required for this model"),
                arguments(E06, r2v, none + ",'video_references':[" + WEB + "]", "", ""),
                arguments(
                        E06,
                        r2v,
                        none + ",'reference_audio_urls':[" + WEB + "]",
                        "reference_audio_urls",
                        "Reference audio requires"),
                arguments(E06, r2v, "'reference_image_urls':" + list(9), "", ""),
                arguments(
                        E06,
                        r2v,
                        "'reference_image_urls':" + list(10),
                        "reference_image_urls",
                        "Array must contain at most 9 element(s)"),
                arguments(E06, r2v, "'reference_video_urls':" + list(3), "", ""),
                arguments(
                        E06,
                        r2v,
                        "'reference_video_urls':" + list(4),
                        "reference_video_urls",
                        "reference_video_urls must have at most 3 videos"),
                arguments(
                        E06,
                        r2v,
                        "'reference_audio_urls':" + list(4),
                        "reference_audio_urls",
                        "Array must contain at most 3 element(s)"),
                arguments(E06, r2v, "'bitrate_mode':'ultra'", "", ""),
                arguments(E08, r2v + "-basic", "'bitrate_mode':'high'", "", ""),
                arguments(
                        E08,
                        r2v + "-basic",
                        "'bitrate_mode':'ultra'",
                        "bitrate_mode",
                        "Invalid enum value. Expected 'standard' | 'high', received 'ultra'"),
                arguments(
                        E08,
                        "wan-2-7-text-to-video",
                        "'bitrate_mode':'high'",
                        "bitrate_mode",
                        "This model does not support bitrate_mode"),
                arguments(
                        E08,
                        r2v + "-basic",
                        "'reference_image_urls':" + list(10),
                        "reference_image_urls",
                        "Array must contain at most 9 element(s)"),
                arguments(
                        E08,
                        r2v + "-basic",
                        "'duration':'auto','reference_video_urls':" + list(1),
                        "duration",
                        "received 'auto'"),
                arguments(E08, r2v + "-basic", "'aspect_ratio':'adaptive','reference_video_urls':" + list(1), "", ""),
                arguments(
                        E08,
                        r2v + "-basic",
                        "'aspect_ratio':'adaptive'",
                        "reference_video_urls",
                        "reference_video_urls is required when aspect_ratio is adaptive"),
                arguments(
                        E06,
                        "seedance-2-0-fast-text-to-video",
                        "'resolution':'1080p'",
                        "resolution",
                        "Invalid enum value. Expected '720p' | '480p'"));
    }

    private static Stream<Arguments> seedance25() {
        var r2v = "seedance-2-5-reference-to-video-basic";
        return Stream.of(
                arguments(E08, r2v, "'reference_image_urls':" + list(30), "", ""),
                arguments(
                        E08,
                        r2v,
                        "'reference_image_urls':" + list(31),
                        "reference_image_urls",
                        "Array must contain at most 30 element(s)"),
                arguments(
                        E08,
                        r2v,
                        "'reference_video_urls':" + list(11),
                        "reference_video_urls",
                        "must have at most 10 videos"),
                arguments(E08, r2v, "'duration':'-1','reference_video_urls':" + list(1), "", ""),
                arguments(
                        E08,
                        r2v,
                        "'duration':'-1'",
                        "reference_video_urls",
                        "reference_video_urls is required when duration is -1"),
                arguments(E08, r2v, "'duration':'30s','resolution':'1080p'", "", ""),
                arguments(E08, r2v, "'omni_reference_task_type':'editing','reference_video_urls':" + list(1), "", ""),
                arguments(
                        E08,
                        r2v,
                        "'omni_reference_task_type':'extend'",
                        "reference_video_urls",
                        "is required when omni_reference_task_type is extend"),
                arguments(
                        E08,
                        r2v,
                        "'omni_reference_task_type':'cut'",
                        "omni_reference_task_type",
                        "Expected 'auto' | 'reference' | 'edit' | 'extend'"),
                arguments(
                        E08,
                        "seedance-2-0-reference-to-video-basic",
                        "'omni_reference_task_type':'edit'",
                        "omni_reference_task_type",
                        "This model does not support omni_reference_task_type"),
                arguments(E06, "seedance-2-0-reference-to-video", "'omni_reference_task_type':'edit'", "", ""));
    }

    private static Stream<Arguments> topaz() {
        var id = "topaz-video-upscale";
        return Stream.of(
                arguments(E06, id, "'resolution':'2x'", "resolution", "Use upscale_factor instead of resolution"),
                arguments(E06, id, "'prompt':''", "", ""),
                arguments(E06, id, "'prompt':'sharper'", "prompt", "This model does not support prompt"),
                arguments(E06, id, "'duration':'10'", "", ""),
                arguments(E06, id, "'duration':'Auto'", "", ""),
                arguments(E06, id, "'duration':10", "duration", "Expected string, received number"),
                arguments(E06, id, "'upscale_factor':4", "", ""),
                arguments(
                        E06,
                        id,
                        "'upscale_factor':3",
                        "upscale_factor",
                        "Invalid enum value. Expected 1 | 2 | 4, received '3'"),
                arguments(E06, id, "'upscale_factor':'2'", "upscale_factor", "Expected 1 | 2 | 4, received string"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'upscale_factor':2",
                        "upscale_factor",
                        "This model does not support upscale_factor"));
    }

    private static Stream<Arguments> kling() {
        var id = "kling-o3-pro-reference-to-video";
        return Stream.of(
                arguments(E06, id, "'image_url':null", "image_url", "Expected string, received null"),
                arguments(E06, id, "'elements':" + elements(4) + ",'scene_image_urls':" + list(3), "", ""),
                arguments(
                        E06,
                        id,
                        "'elements':[]",
                        "",
                        "At least one visual input is required: image_url, elements, or scene_image_urls"),
                arguments(
                        E06,
                        id,
                        "'elements':" + elements(4) + ",'scene_image_urls':" + list(4),
                        "elements",
                        "Number of images exceeds the limit"),
                arguments(E06, id, "'elements':" + elements(5), "elements", "Array must contain at most 4 element(s)"),
                arguments(
                        E06,
                        id,
                        "'elements':" + elements(4) + ",'image_url':" + WEB,
                        "elements",
                        "Number of images exceeds the limit"),
                arguments(E06, id, "'elements':" + elements(3) + ",'image_url':" + WEB, "", ""),
                arguments(
                        E06,
                        id,
                        "'elements':[{'reference_image_urls':" + list(1) + "}]",
                        "elements.0.frontal_image_url",
                        "frontal_image_url or video_url is required"),
                arguments(E06, id, "'elements':[{'video_url':" + WEB + "}]", "", ""),
                arguments(
                        E06,
                        id,
                        "'elements':[{'frontal_image_url':" + WEB + ",'reference_image_urls':" + list(4) + "}]",
                        "elements.0.reference_image_urls",
                        "Array must contain at most 3"),
                arguments(E06, id, "'resolution':'720p'", "resolution", "This model does not support resolution"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'elements':" + elements(1),
                        "elements",
                        "This model does not support elements"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'scene_image_urls':" + list(1),
                        "scene_image_urls",
                        "This model does not support scene_image_urls"));
    }

    private static Stream<Arguments> references() {
        var grok = "grok-imagine-reference-to-video";
        return Stream.of(
                arguments(
                        E06,
                        grok,
                        "'reference_image_urls':[]",
                        "reference_image_urls",
                        "At least one reference image is required"),
                arguments(E06, grok, "'reference_image_urls':" + list(7), "", ""),
                arguments(
                        E06,
                        grok,
                        "'reference_image_urls':" + list(8),
                        "reference_image_urls",
                        "Array must contain at most 7"),
                arguments(
                        E06,
                        grok,
                        "'reference_image_urls':[],'referenceImageUrls':" + list(1),
                        "reference_image_urls",
                        "At least one reference image is required"),
                arguments(E06, "vidu-q3-text-to-video", "'reference_image_urls':" + list(4), "", ""),
                arguments(
                        E06,
                        "vidu-q3-text-to-video",
                        "'reference_image_urls':" + list(5),
                        "reference_image_urls",
                        "Array must contain at most 4"),
                arguments(
                        E08,
                        "minimax-h3-reference-to-video",
                        "'image_url':" + WEB,
                        "image_url",
                        "This model does not support image_url"),
                arguments(E08, "happyhorse-1-1-reference-to-video", "'reference_image_urls':" + list(9), "", ""),
                arguments(
                        E08,
                        "wan-2-7-text-to-video",
                        "'reference_document_urls':" + list(1),
                        "reference_document_urls",
                        "This model does not support reference_document_urls"),
                arguments(
                        E08,
                        "wan-2-7-text-to-video",
                        "'keyframes':[{'image_url':" + WEB + ",'frame_index':0}]",
                        "keyframes",
                        "This model does not support keyframes"));
    }

    private static Stream<Arguments> frames() {
        return Stream.of(
                arguments(
                        E06,
                        "pixverse-c1-transition",
                        "'end_image_url':null",
                        "end_image_url",
                        "Expected string, received null"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'image_url':" + WEB,
                        "image_url",
                        "This model does not support image_url"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'end_image_url':" + WEB,
                        "end_image_url",
                        "This model does not support end_image_url"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'video_url':" + WEB,
                        "video_url",
                        "This model does not support video_url"),
                arguments(E06, "happyhorse-1-0-video-to-video", "'duration':'Auto'", "", ""),
                arguments(
                        E06,
                        "happyhorse-1-0-video-to-video",
                        "'duration':'5s'",
                        "duration",
                        "Invalid enum value. Expected 'Auto', received '5s'"),
                arguments(
                        E06,
                        "runway-gen4-aleph",
                        "'prompt':'" + "x".repeat(1001) + "'",
                        "prompt",
                        "String must contain at most 1000 character(s)"));
    }

    private static Stream<Arguments> sounds() {
        return Stream.of(
                arguments(E06, "wan-2.6-text-to-video", "'audio_url':" + WEB, "", ""),
                arguments(
                        E06,
                        "longcat-text-to-video",
                        "'audio':false",
                        "audio",
                        "This model does not support audio configuration"),
                arguments(
                        E06,
                        "kling-o3-pro-reference-to-video",
                        "'audio_url':" + WEB,
                        "audio_url",
                        "This model does not support audio input"),
                arguments(E06, "wan-2.6-text-to-video", "'audio':'yes'", "audio", "Expected boolean, received string"));
    }

    private static Stream<Arguments> addresses() {
        var id = "seedance-2-0-reference-to-video";
        return Stream.of(
                arguments(
                        E06,
                        id,
                        "'reference_image_urls':['cat.png']",
                        "reference_image_urls.0",
                        "Must be a URL or data URL"),
                arguments(
                        E06,
                        id,
                        "'reference_image_urls':[" + WEB + ",'http://127.0.0.1/x']",
                        "reference_image_urls.1",
                        "URL must be publicly accessible"),
                arguments(E06, id, "'reference_image_urls':['data:image/png;base64,AA']", "", ""),
                arguments(
                        E06,
                        id,
                        "'reference_image_urls':['ftp://example.com/x']",
                        "reference_image_urls.0",
                        "Must be a URL or data URL"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhatTheRuleSays(Edition edition, String id, String change, String path, String words) {
        var body = new RequestMaker(Answers.model(edition, id)).minimal();
        body.setAll(Answers.json("{" + change + "}"));
        var verdict = Validator.of(Catalog.of(edition)).queue(body, Answers.QUIRKS);
        if (words.isEmpty()) {
            assertThat(Answers.text(verdict)).isEmpty();
            return;
        }
        var paths = Answers.paths(verdict);
        assertThat(paths).contains(path);
        assertThat(Answers.messages(verdict).get(paths.indexOf(path))).contains(words);
    }

    private static String list(int count) {
        return Stream.generate(() -> WEB).limit(count).toList().toString();
    }

    private static String elements(int count) {
        return Stream.generate(() -> "{'frontal_image_url':" + WEB + "}")
                .limit(count)
                .toList()
                .toString();
    }
}
