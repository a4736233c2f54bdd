package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a saved listing says of its models is what their requests are held to, and nothing where it is silent. */
class SavedListingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'durations':['45s']} | 45s | true
            {'durations':['45s']} | 5s  | false
            {'durations':[]}      | 5s  | true
            {'durations':[]}      | 45s | false
            {'durations':[]}      |     | true
            {}                    | 5s  | true
            """)
    void aModelWithoutDurationsTakesAnyOfTheEditionsOrNone(String constraints, String duration, boolean taken) {
        var listing = json("[{'id':'nova-9-text-to-video','model_spec':{'constraints':" + constraints + "}}]");
        var body = Json.object().put("model", "nova-9-text-to-video").put("prompt", "x");
        if (duration != null) {
            body.put("duration", duration);
        }
        var validator = Validator.of(Catalog.fromWire(listing, TestEditions.JUNE));
        assertThat(validator.queue(body, QuirkSettings.defaults()) instanceof Verdict.Accepted<?>)
                .isEqualTo(taken);
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
