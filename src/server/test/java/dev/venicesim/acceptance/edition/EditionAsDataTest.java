package dev.venicesim.acceptance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.catalog.ApiEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that exists as data alone: a folder and a line of an index, put in front of the class path. */
class EditionAsDataTest {

    private static final String TOY = "2031-02-03";

    @TempDir
    static Path classPath;

    private static FreshSimulator simulator;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        write("index.txt", "# one more\n" + TOY + "\n");
        write(TOY + "/edition.json", """
                {"apiVersion": "20310203.000000", "derivedFrom": "2026-08-21",
                 "quirks": {"unknown-queue-id": "400", "transcriptions": "410"},
                 "absent": {"GET /billing/usage-history": "not there yet"},
                 "traits": {"text": {"default": "toy-talker"}}}
                """);
        write(TOY + "/rules.json", """
                {"shared": [{"name": "toy-caps", "maxItems": {"reference_image_urls": 2}}]}
                """);
        write(TOY + "/models.json", """
                {"models": [
                  {"id": "toy-reference-to-video", "name": "Toy", "kind": "reference-to-video", "created": 1, "privacy": "private",
                   "aspect_ratios": ["16:9"], "durations": "3s..4s", "rules": ["toy-caps"]}]}
                """);
        simulator = FreshSimulator.start(classPath, ApiEdition.LATEST);
        http = new Http(simulator.baseUrl()).with("Authorization", "Bearer a-key");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void isTheLatestAndListsItsOwnModels() {
        assertThat(http.get("/models?type=video").json().findValuesAsText("id"))
                .containsExactly("toy-reference-to-video");
        assertThat(http.get("/models").header("x-venice-version")).isEqualTo("20310203.000000");
        assertThat(http.get("/models/traits?type=text")
                        .json()
                        .at("/data/default")
                        .textValue())
                .isEqualTo("toy-talker");
    }

    @Test
    void holdsItsOwnCapsUnderTheSchemasOfTheEditionItIsDerivedFrom() {
        var two = queue("'https://e.example/a.png','https://e.example/b.png'");
        var three = queue("'https://e.example/a.png','https://e.example/b.png','https://e.example/c.png'");
        assertThat(two.status()).isEqualTo(200);
        assertThat(three.status()).isEqualTo(400);
        assertThat(three.text()).contains("reference_image_urls");
    }

    @Test
    void hasItsOwnQuirksAndEndpoints() {
        var body = "{'model':'toy-reference-to-video','queue_id':'019f7761-83c5-7e60-bf56-9b7f833eced0'}"
                .replace('\'', '"');
        assertThat(http.post("/video/retrieve", body).status()).isEqualTo(400);
        assertThat(http.post("/video/transcriptions", "{\"url\":\"https://e.example\"}")
                        .status())
                .isEqualTo(410);
        assertThat(http.get("/billing/usage-history").status()).isEqualTo(404);
        assertThat(http.get("/billing/usage").status()).isEqualTo(200);
    }

    private static Http.Answer queue(String pictures) {
        return http.post(
                "/video/queue",
                ("{'model':'toy-reference-to-video','prompt':'x','duration':'3s','aspect_ratio':'16:9','reference_image_urls':["
                                + pictures + "]}")
                        .replace('\'', '"'));
    }

    private static void write(String name, String text) throws IOException {
        var file = classPath.resolve("dev/venicesim/editions").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
