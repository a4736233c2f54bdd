package dev.venicesim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/share/read/ARBmM2VjMDBkNmVj, /v1/share/read/...",
        "/__sim/worlds/my-key/account, /__sim/worlds/{id}/account",
        "/api/v1/models, /api/v1/models",
    })
    void hasNoCredential(String path, String logged) {
        assertThat(LoggedPath.of(path)).isEqualTo(logged);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/VENICE_INFERENCE_KEY_secret-1/video", "/api/v1/x;key=secret-1"})
    void masksAKeyWhereverItStands(String path) {
        assertThat(LoggedPath.of(path)).startsWith("/api/v1/").doesNotContain("secret-1");
    }
}
