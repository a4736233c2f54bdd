package dev.venicesim.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "/video/queue, /api/v1/video/queue",
        "/v1/video/queue, /api/v1/video/queue",
        "/api/video/queue, /api/v1/video/queue",
        "/api/v1//video/queue, /api/v1/video/queue",
        "/api/v1/video/queue/, /api/v1/video/queue",
        "/api/v1/api/v1/video/queue, /api/v1/video/queue",
        "/models, /api/v1/models",
        "/x402/balance/0xabc, /api/v1/x402/balance/0xabc",
        "/chat/completions, /api/v1/chat/completions",
    })
    void tellsThePathThatIsMeant(String sent, String meant) {
        assertThat(PathErrors.meant(sent)).contains(meant);
        var error = PathErrors.notSimulated("POST", sent);
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.body().path("error").asText())
                .startsWith(
                        "POST " + sent + " is no path of the API, which is under /api/v1: did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/favicon.ico", "/api/v1/chat/completions", "/api/v1/audio/queue", "/api/v1/image/edit", "//"
            })
    void guessesNothingElse(String sent) {
        assertThat(PathErrors.meant(sent)).isEmpty();
        assertThat(PathErrors.notSimulated("GET", sent).body().path("error").asText())
                .endsWith("is not simulated; a stub can answer it (see Stubs in the simulator's README)");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/video/retreive, /api/v1/video/retrieve",
        "/api/v1/videos/queue, /api/v1/video/queue",
        "/api/v2/video/queue, /api/v1/video/queue",
        "/API/v1/Video/Queue, /api/v1/video/queue",
        "/api/v1/model, /api/v1/models",
        "/videos/queue, /api/v1/video/queue",
    })
    void tellsThePathThatIsMisspelt(String sent, String meant) {
        assertThat(PathErrors.meant(sent)).isEmpty();
        assertThat(PathErrors.misspelt(sent)).contains(meant);
        assertThat(PathErrors.notSimulated("POST", sent).body().path("error").asText())
                .isEqualTo("POST " + sent + " is no path of the API; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/v1", "/api/v1/"})
    void tellsWhereTheCallsAreToWhoAsksForTheRoot(String sent) {
        assertThat(PathErrors.notSimulated("GET", sent).body().path("error").asText())
                .isEqualTo("GET " + sent + " is no path of the API: its calls are under /api/v1, such as POST"
                        + " /api/v1/video/queue, and the simulator's page is at /__sim");
    }

    @Test
    void doesNotReadALongPath() {
        assertThat(PathErrors.meant("/video/" + "queue/".repeat(100))).isEmpty();
    }
}
