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

/** What Seedance takes and refuses, a row a rule. */
class SeedanceRulesTest {

    static Stream<Arguments> rows() {
        return Stream.of(seedance20(), seedance25()).flatMap(rows -> rows);
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
                arguments(E06, r2v, "'audio_url':" + WEB + ",'reference_audio_urls':" + RuleRows.list(2), "", ""),
                arguments(
                        E06,
                        r2v,
                        "'audio_url':" + WEB + ",'reference_audio_urls':" + RuleRows.list(3),
                        "reference_audio_urls",
                        "reference_audio_urls and what counts with it must have at most 3 entries"),
                arguments(E06, r2v, "'reference_image_urls':" + RuleRows.list(9), "", ""),
                arguments(
                        E06,
                        r2v,
                        "'reference_image_urls':" + RuleRows.list(10),
                        "reference_image_urls",
                        "Array must contain at most 9 element(s)"),
                arguments(E06, r2v, "'reference_video_urls':" + RuleRows.list(3), "", ""),
                arguments(
                        E06,
                        r2v,
                        "'reference_video_urls':" + RuleRows.list(4),
                        "reference_video_urls",
                        "reference_video_urls must have at most 3 videos"),
                arguments(
                        E06,
                        r2v,
                        "'reference_audio_urls':" + RuleRows.list(4),
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
                        "'reference_image_urls':" + RuleRows.list(10),
                        "reference_image_urls",
                        "Array must contain at most 9 element(s)"),
                arguments(
                        E08,
                        r2v + "-basic",
                        "'duration':'auto','reference_video_urls':" + RuleRows.list(1),
                        "duration",
                        "received 'auto'"),
                arguments(
                        E08,
                        r2v + "-basic",
                        "'aspect_ratio':'adaptive','reference_video_urls':" + RuleRows.list(1),
                        "",
                        ""),
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
                arguments(E08, r2v, "'reference_image_urls':" + RuleRows.list(30), "", ""),
                arguments(
                        E08,
                        r2v,
                        "'reference_image_urls':" + RuleRows.list(31),
                        "reference_image_urls",
                        "Array must contain at most 30 element(s)"),
                arguments(
                        E08,
                        r2v,
                        "'reference_video_urls':" + RuleRows.list(11),
                        "reference_video_urls",
                        "must have at most 10 videos"),
                arguments(E08, r2v, "'duration':'-1','reference_video_urls':" + RuleRows.list(1), "", ""),
                arguments(
                        E08,
                        r2v,
                        "'duration':'-1'",
                        "reference_video_urls",
                        "reference_video_urls is required when duration is -1"),
                arguments(E08, r2v, "'duration':'30s','resolution':'1080p'", "", ""),
                arguments(
                        E08,
                        r2v,
                        "'omni_reference_task_type':'editing','reference_video_urls':" + RuleRows.list(1),
                        "",
                        ""),
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

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhatTheRuleSays(ApiEdition edition, String id, String change, String path, String words) {
        RuleRows.check(edition, id, change, path, words);
    }
}
