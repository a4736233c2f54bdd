package dev.venicesim.billing.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCsvTest {

    @ParameterizedTest
    @CsvSource({
        "text/csv, true",
        "'application/json, text/csv', true",
        "TEXT/CSV;q=0.5, true",
        "application/json, false",
        "*/*, false"
    })
    void isAskedForByName(String accept, boolean asked) {
        assertThat(UsageCsv.isAskedFor(accept)).isEqualTo(asked);
    }

    @Test
    void quotesWhatWouldBreakALine() {
        var page = Json.object();
        page.putArray("data").addObject().put("sku", "a,b").put("notes", "say \"x\"\nand y");

        var text = new String(UsageCsv.render(page), StandardCharsets.UTF_8);

        assertThat(text.substring(text.indexOf("\r\n") + 2)).isEqualTo(",\"a,b\",,,,,\"say \"\"x\"\"\nand y\",,,,\r\n");
    }
}
