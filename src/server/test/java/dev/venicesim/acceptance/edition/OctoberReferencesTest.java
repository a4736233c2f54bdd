package dev.venicesim.acceptance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the models of October take as references. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OctoberReferencesTest {

    private Sim sim;
    private Sim.World world;

    @BeforeAll
    void start() {
        sim = Sim.start(config -> config.edition("2026-10-02").limits(false));
        world = sim.frozenWorld("\"balanceUsd\":1000");
    }

    @AfterAll
    void stop() {
        sim.close();
    }

    private String queue(String model, String more) {
        var ratio = model.startsWith("wan-2-7") ? "" : ",\"aspect_ratio\":\"16:9\"";
        var resolution = model.startsWith("minimax") ? "768P" : "720p";
        var answer = world.api().post("/video/queue", """
                {"model":"%s","prompt":"x","duration":"5s","resolution":"%s"%s%s}""".formatted(model, resolution, ratio, more.replace('\'', '"')));
        return answer.status() == 200 ? "" : answer.text();
    }

    @ParameterizedTest
    @CsvSource({
        "seedance-2-0-reference-to-video-basic, 7,  8,  ''",
        "seedance-2-0-reference-to-video-basic, 8,  8,  at most 15",
        "seedance-2-5-reference-to-video-basic, 15, 15, ''",
        "seedance-2-5-reference-to-video-basic, 15, 16, at most 30",
        "minimax-h3-reference-to-video,         8,  8,  at most 15"
    })
    void countTheOldSoundAmongTheSecondsOfAll(String model, int old, int other, String text) {
        var refusal = queue(model, """
                ,"reference_image_urls":["https://a.example/a-640x480.png"],"audio_url":"https://a.example/a-%ds.mp3",
                "reference_audio_urls":["https://a.example/b-%ds.mp3"]""".formatted(old, other));
        if (text.isEmpty()) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal).contains(text, "\"path\":[\"reference_audio_urls\"]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example/a.pdf         | ''
            https://a.example/a.story       | ''
            https://a.example/a.exe         | or a public web page
            https://a.example/a.png         | or a public web page
            data:text/plain;base64,AAAA     | ''
            data:application/zip;base64,AAAA | or a public web page
            data:video/mp4;base64,AAAA      | or a public web page
            """)
    void areDocumentsOrPages(String document, String text) {
        var refusal = queue("wan-3-0-reference-to-video", ",'reference_document_urls':['" + document + "']");
        if (text.isEmpty()) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal).contains(text, "\"path\":[\"reference_document_urls\",0]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wan-2-7-reference-to-video,            ''",
        "seedance-2-0-reference-to-video-basic, ''",
        "seedance-2-5-reference-to-video-basic, ''",
        "wan-3-0-reference-to-video,            This model does not support video_references",
        "minimax-h3-reference-to-video,         This model does not support video_references"
    })
    void areTypedClipsWhereAModelIsKnownToTakeThem(String model, String text) {
        var refusal = queue(model, """
                ,"reference_image_urls":["https://a.example/a-640x480.png"],
                "video_references":[{"video_url":"https://a.example/c-1280x720-5s-24fps.mp4"}]""");
        assertThat(refusal.isEmpty()).as(refusal).isEqualTo(text.isEmpty());
        assertThat(refusal).contains(text);
    }
}
