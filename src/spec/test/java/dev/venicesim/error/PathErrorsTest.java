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
    @ValueSource(strings = {"/", "", "/favicon.ico", "/api/v1/chat/completions", "/videos/queue", "/api/v1", "//"})
    void guessesNothingElse(String sent) {
        assertThat(PathErrors.meant(sent)).isEmpty();
        assertThat(PathErrors.notSimulated("GET", sent).body().path("error").asText())
                .endsWith("is not simulated; a stub can answer it (see Stubs in the simulator's README)");
    }

    @Test
    void doesNotReadALongPath() {
        assertThat(PathErrors.meant("/video/" + "queue/".repeat(100))).isEmpty();
    }
}
