package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.error.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a quote takes and refuses; it is more lenient than queue. */
class QuoteRulesTest {

    private static final ApiEdition E08 = TestEditions.AUGUST;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{'model':'wan-2.6-text-to-video','duration':'5s'}",
                "{'model':'wan-2.6-text-to-video','duration':'5s','prompt':'quote','image_url':7,'anything':{}}",
                "{'model':'seedance-2-0-image-to-video-basic','duration':'5s','aspect_ratio':'16:9'}",
                "{'model':'wan-2.6-text-to-video','duration':'5s','upscale_factor':9,'reference_video_total_duration':9999}",
                "{'model':'topaz-video-upscale','video_url':'https://a.example.com/v.mp4'}",
                "{'model':'topaz-video-upscale','duration':'10','resolution':'2x','input_height':720,'upscale_factor':4,'video_url':'https://a.example.com/v.mp4'}",
                "{'model':'happyhorse-1-0-video-to-video','video_url':'https://a.example.com/v.mp4'}",
                "{'model':'seedance-2-5-reference-to-video-basic','duration':'auto','reference_video_total_duration':30}",
                "{'model':'seedance-2-0-reference-to-video-basic','duration':'5s','reference_image_count':9}"
            })
    void takes(String body) {
        assertThat(Answers.text(quote(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{'duration':'5s'}; model; Required",
                "{'model':'wan-2.6-text-to-video'}; duration; Required",
                "{'model':'wan-2.6-text-to-video','duration':'7s'}; duration; received '7s'",
                "{'model':'wan-2.6-text-to-video','duration':'5s','resolution':'9p'}; resolution; received '9p'",
                "{'model':'topaz-video-upscale','duration':'Auto'}; video_url; video_url is required",
                "{'model':'happyhorse-1-0-video-to-video','duration':'Auto'}; video_url; video_url is required",
                "{'model':'kling-v3-pro-motion-control','duration':'Auto'}; video_url; video_url is required",
                "{'model':'topaz-video-upscale','resolution':'3x','video_url':'https://a.example.com/v.mp4'}; resolution; received '3x'",
                "{'model':'topaz-video-upscale','upscale_factor':3,'video_url':'https://a.example.com/v.mp4'}; upscale_factor; Expected 1 | 2 | 4",
                "{'model':'seedance-2-0-reference-to-video-basic','duration':'5s','reference_video_total_duration':15.1}; reference_video_total_duration; Number must be less than or equal to 15",
                "{'model':'seedance-2-5-reference-to-video-basic','duration':'5s','reference_video_total_duration':31}; reference_video_total_duration; Number must be less than or equal to 30",
                "{'model':'seedance-2-5-reference-to-video-basic','duration':'auto'}; reference_video_total_duration; is required when duration is auto",
                "{'model':'seedance-2-5-reference-to-video-basic','duration':'-1','reference_video_total_duration':3}; reference_video_total_duration; 4–30 seconds",
                "{'model':'seedance-2-0-reference-to-video-basic','duration':'5s','aspect_ratio':'adaptive'}; reference_video_total_duration; is required when aspect_ratio is adaptive",
                "{'model':'seedance-2-0-reference-to-video-basic','duration':'5s','reference_image_count':10}; reference_image_count; less than or equal to 9"
            })
    void refuses(String body, String path, String words) {
        var verdict = quote(body);
        assertThat(Answers.paths(verdict)).containsExactly(path);
        assertThat(Answers.messages(verdict).get(0)).contains(words);
    }

    @Test
    void listsTheLiteralsAsTheDocumentationPageReadsThem() {
        assertThat(Answers.text(quote("{'model':'wan-2.6-text-to-video'}")))
                .contains("\"expected\":\"'5s' | '10s' | '15s'\"");
    }

    @Test
    void fillsInTheModelsDefaults() {
        var request = (Verdict.Accepted<QuoteRequest>) quote("{'model':'wan-2.6-text-to-video','duration':'10s'}");
        var clip = request.value().clip();
        assertThat(clip.duration()).contains("10s");
        assertThat(clip.resolution()).contains("720p");
        assertThat(clip.audio()).isTrue();
        assertThat(clip.upscaleFactor()).isEmpty();
        assertThat(request.value().referenceImages()).isEqualTo(1);
    }

    @Test
    void dropsWhatTheModelIgnores() {
        var request = (Verdict.Accepted<QuoteRequest>) quote(
                "{'model':'wan-2.6-text-to-video','duration':'5s','reference_video_total_duration':9,'video_url':'x'}");
        assertThat(List.of(request.value().referenceSeconds(), request.value().video()))
                .allMatch(java.util.Optional::isEmpty);
    }

    private static Verdict<QuoteRequest> quote(String body) {
        return Validator.of(Catalog.of(E08)).quote(Answers.json(body), Answers.QUIRKS);
    }
}
