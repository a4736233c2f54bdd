package dev.venicesim.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class OutcomeJsonTest {

    @SuppressWarnings("unused") // read by name
    static final Iterable<String> LABELS = OutcomeJson.LABELS;

    @ParameterizedTest
    @FieldSource("LABELS")
    void readsEveryLabelAloneAndWritesItBack(String label) {
        assertThat(OutcomeJson.write(read('"' + label + '"')).fieldNames().next())
                .isEqualTo(label);
        assertThat(read("{\"" + label + "\":null}")).isEqualTo(read('"' + label + '"'));
    }

    @Test
    void fillsInWhatIsLeftOut() {
        assertThat(read("\"refused\"")).isEqualTo(new Outcome.Refused(Optional.empty(), Optional.empty()));
        assertThat(read("\"rejected\"")).isEqualTo(new Outcome.Rejected(400, "Invalid request parameters"));
        assertThat(read("\"failed\"")).isEqualTo(new Outcome.Fails("Inference processing failed"));
        assertThat(read("\"atCapacity\"")).isEqualTo(new Outcome.AtCapacity(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"refused":{"recommendedModel":3}}|refused.recommendedModel is a string, not 3
            {"atCapacity":{"times":0}}|times must be at least 1, not 0
            {"atCapacity":{"times":1.5}}|atCapacity.times is a whole number, not 1.5
            {"rejected":{"status":500}}|a rejection has a status from 400 to 499, not 500
            {"stuck":{"times":1}}|outcome stuck takes nothing, not "times"
            {"refused":{"refund":true}}|outcome refused takes recommendedModel and refunded, not "refund"
            {"failed":[]}|what stands under failed is an object, not []
            """)
    void saysWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheLabelsThereAre() {
        assertThatThrownBy(() -> read("\"explodes\"")).hasMessageContaining("there are completes, refused");
        assertThatThrownBy(() -> read("{\"stuck\":{},\"purged\":{}}")).hasMessageStartingWith("an outcome is one of");
        assertThatThrownBy(() -> read("7")).hasMessageStartingWith("an outcome is one of");
    }

    private static Outcome read(String json) {
        try {
            return OutcomeJson.read(Json.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
