package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.drift.Drift.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiDriftTest {

    private static final ApiEdition JUNE = TestEditions.JUNE;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "maxLength: 10000 | maxLength: 900 | BREAKING | maxLength 10000 became 900",
                "- \"16:9\" | - \"17:9\" | BREAKING | no longer \"16:9\"; now also \"17:9\"",
                "- \"queue_id\" | - \"model\" | BREAKING | no longer required",
                "PAYMENT-REQUIRED: | PAYMENT-WANTED: | NOTABLE | no longer declares the header PAYMENT-REQUIRED",
                "\"413\": | \"418\": | NOTABLE | now also answers 418"
            })
    void aChangedLineOfTheOpenApiFileIsNamed(String line, String other, Severity severity, String says)
            throws IOException {
        var file = Path.of("..", "shared", "reference", "openapi-video-2026-06-17.yaml");
        assumeTrue(Files.exists(file), "the API's own file is not beside the project");
        var text = Files.readString(file);
        assertThat(text).contains(line);
        assertThat(OpenApiDrift.of(JUNE, text.replace(line, other)))
                .anyMatch(drift -> drift.severity() == severity && drift.says().contains(says));
    }

    /** Of the newest edition no file is public; it has the file that it is derived from, but for what is listed. */
    @ParameterizedTest
    @EachEdition
    void theEditionsOwnOpenApiFileDoesNotDrift(ApiEdition edition) throws IOException {
        var of = edition.id().equals("2026-10-02") ? "2026-08-21" : edition.id();
        var file = Path.of("..", "shared", "reference", "openapi-video-" + of + ".yaml");
        assumeTrue(Files.exists(file), "the API's own file is not beside the project");
        assertThat(OpenApiDrift.of(edition, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'openapi: \"3.0.0\"\ninfo: {title: Pets}\npaths: {/pets: {}}' | 'describes \"Pets\"'",
                "'just text' | 'no OpenAPI 3 description'",
                "'{\"data\":[]}' | 'no OpenAPI 3 description'",
                "'swagger: \"2.0\"' | 'Swagger 2.0'",
                "'a: *nobody' | 'no readable YAML'",
                "'a: &a [*a]' | 'no readable YAML'",
                "'' | 'no OpenAPI 3 description'",
                "'{ a: [' | 'line 1'"
            })
    void theFileOfAnotherApiIsRefusedInWords(String yaml, String words) {
        assertThatThrownBy(() -> OpenApiDrift.of(JUNE, yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
