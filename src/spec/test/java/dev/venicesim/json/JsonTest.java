package dev.venicesim.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static byte[] many(String value, int times) {
        return ("[" + (value + ",").repeat(times - 1) + value + "]").getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "1", "{\"a\":[]}", "\"\"", "null"})
    void refusesADocumentOfMoreValuesThanAnybodySends(String value) {
        var document = many(value, Json.MAX_TOKENS);

        assertThatThrownBy(() -> Json.read(document)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SlicedJson.read(document)).isInstanceOf(IOException.class);
    }

    @Test
    void takesAsManyValuesAsTheBoundSays() throws IOException {
        var document = many("1", Json.MAX_TOKENS - 2);

        assertThat(Json.read(document)).hasSize(Json.MAX_TOKENS - 2);
        assertThat(SlicedJson.read(document).root()).hasSize(Json.MAX_TOKENS - 2);
    }

    @Test
    void readsWhatShipsOrTheUserNamesHoweverLargeItIs() throws IOException {
        assertThat(Json.trusted(many("1", Json.MAX_TOKENS))).hasSize(Json.MAX_TOKENS);
        assertThat(Json.readOwn(many("1", Json.MAX_TOKENS))).hasSize(Json.MAX_TOKENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999",
                "-1e99999999999",
                "1e-99999999999",
                "1e999999999",
                "1e-999999999",
                "1e2147483648",
                "1.5e-2147483649",
                "2e308"
            })
    void refusesANumberThatNoDoubleIsNearTo(String number) {
        for (var document : new String[] {number, "{\"a\":" + number + "}", "[" + number + "]"}) {
            assertThatThrownBy(() -> Json.read(document.getBytes(UTF_8)))
                    .as(document)
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> SlicedJson.read(document.getBytes(UTF_8)))
                    .as(document)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAnExponentThatIsNoNumberWhoeverSentIt() {
        assertThatThrownBy(() -> Json.readOwn("1e99999999999".getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void keepsDecimalsExactly() throws IOException {
        var numbers = Json.read("[0.1234567890123456789,1e300]".getBytes(UTF_8));

        assertThat(numbers.get(0).decimalValue()).hasToString("0.1234567890123456789");
        assertThat(numbers.get(1).decimalValue()).isEqualByComparingTo("1e300");
    }
}
