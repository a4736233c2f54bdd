package dev.venicesim.validation;

import static dev.venicesim.validation.RuleRows.E06;
import static dev.venicesim.validation.RuleRows.E08;
import static dev.venicesim.validation.RuleRows.WEB;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.venicesim.catalog.ApiEdition;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other families take and refuse, a row a rule. */
class QueueRulesTest {

    static Stream<Arguments> rows() {
        return Stream.of(topaz(), kling(), references(), frames(), sounds(), addresses())
                .flatMap(rows -> rows);
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
                arguments(
                        E06,
                        id,
                        "'elements':" + RuleRows.elements(4) + ",'scene_image_urls':" + RuleRows.list(3),
                        "",
                        ""),
                arguments(
                        E06,
                        id,
                        "'elements':[]",
                        "",
                        "At least one visual input is required: image_url, elements, or scene_image_urls"),
                arguments(
                        E06,
                        id,
                        "'elements':" + RuleRows.elements(4) + ",'scene_image_urls':" + RuleRows.list(4),
                        "elements",
                        "Number of images exceeds the limit"),
                arguments(
                        E06,
                        id,
                        "'elements':" + RuleRows.elements(5),
                        "elements",
                        "Array must contain at most 4 element(s)"),
                arguments(
                        E06,
                        id,
                        "'elements':" + RuleRows.elements(4) + ",'image_url':" + WEB,
                        "elements",
                        "Number of images exceeds the limit"),
                arguments(E06, id, "'elements':" + RuleRows.elements(3) + ",'image_url':" + WEB, "", ""),
                arguments(
                        E06,
                        id,
                        "'elements':[{'reference_image_urls':" + RuleRows.list(1) + "}]",
                        "elements.0.frontal_image_url",
                        "frontal_image_url or video_url is required"),
                arguments(E06, id, "'elements':[{'video_url':" + WEB + "}]", "", ""),
                arguments(
                        E06,
                        id,
                        "'elements':[{'frontal_image_url':" + WEB + ",'reference_image_urls':" + RuleRows.list(4)
                                + "}]",
                        "elements.0.reference_image_urls",
                        "Array must contain at most 3"),
                arguments(E06, id, "'resolution':'720p'", "resolution", "This model does not support resolution"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'elements':" + RuleRows.elements(1),
                        "elements",
                        "This model does not support elements"),
                arguments(
                        E06,
                        "wan-2.6-text-to-video",
                        "'scene_image_urls':" + RuleRows.list(1),
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
                arguments(E06, grok, "'reference_image_urls':" + RuleRows.list(7), "", ""),
                arguments(
                        E06,
                        grok,
                        "'reference_image_urls':" + RuleRows.list(8),
                        "reference_image_urls",
                        "Array must contain at most 7"),
                arguments(
                        E06,
                        grok,
                        "'reference_image_urls':[],'referenceImageUrls':" + RuleRows.list(1),
                        "reference_image_urls",
                        "At least one reference image is required"),
                arguments(E06, "vidu-q3-text-to-video", "'reference_image_urls':" + RuleRows.list(4), "", ""),
                arguments(
                        E06,
                        "vidu-q3-text-to-video",
                        "'reference_image_urls':" + RuleRows.list(5),
                        "reference_image_urls",
                        "Array must contain at most 4"),
                arguments(
                        E08,
                        "minimax-h3-reference-to-video",
                        "'image_url':" + WEB,
                        "image_url",
                        "image_url and end_image_url cannot be combined with reference media for this model."),
                arguments(
                        E08, "happyhorse-1-1-reference-to-video", "'reference_image_urls':" + RuleRows.list(9), "", ""),
                arguments(
                        E08,
                        "wan-2-7-text-to-video",
                        "'reference_document_urls':" + RuleRows.list(1),
                        "reference_document_urls",
                        "This model does not support reference documents"),
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
    void saysWhatTheRuleSays(ApiEdition edition, String id, String change, String path, String words) {
        RuleRows.check(edition, id, change, path, words);
    }
}
