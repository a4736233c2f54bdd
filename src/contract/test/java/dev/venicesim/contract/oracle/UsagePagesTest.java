package dev.venicesim.contract.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsagePagesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, 1, 4, 1, 4, 4, ''",
        "2, 1, 5, 3, 2, 5, ''",
        "2, 3, 5, 3, 1, 5, ''",
        "2, 9, 5, 3, 0, 5, ''",
        "200, 1, 0, 0, 0, 0, ''",
        "200, 1, 0, 1, 0, 0, ''",
        "200, 1, 5, 1, 4, 5, /data",
        "2, 3, 5, 3, 2, 5, /data",
        "2, 1, 5, 2, 2, 5, /pagination/totalPages",
        "200, 1, 4, 1, 4, 5, header x-pagination-total",
    })
    void aPageHoldsTheRowsThatItsCountLeavesIt(
            int limit, int page, int total, int pages, int rows, int header, String differs) {
        var body = Json.object();
        var data = body.putArray("data");
        for (var row = 0; row < rows; row++) {
            data.addObject().put("units", row);
        }
        body.putObject("pagination")
                .put("limit", limit)
                .put("page", page)
                .put("total", total)
                .put("totalPages", pages);
        var headers = Map.of(
                "content-type", "application/json",
                "x-pagination-limit", "" + limit,
                "x-pagination-page", "" + page,
                "x-pagination-total", "" + header,
                "x-pagination-total-pages", "" + pages);
        assertThat(pointers("/billing/usage", headers, body.toString()))
                .isEqualTo(differs.isEmpty() ? List.of() : List.of(differs));
    }

    @Test
    void aRowThatStandsTwiceOrTooLateIsFound() {
        var headers = Map.of("content-type", "application/json");
        var row = "{\"timestamp\":\"2026-06-30T00:00:00.001Z\",\"inferenceDetails\":{\"requestId\":\"r1\"}}";
        assertThat(pointers("/billing/usage-history", headers, "{\"data\":[" + row + "," + row + "]}"))
                .containsExactly("/data");
        assertThat(pointers(
                        "/billing/usage-history",
                        headers,
                        "{\"data\":[" + row + "," + row.replace("001Z", "002Z") + "]}"))
                .isEmpty();
        var nameless = row.replace("\"r1\"", "null");
        assertThat(pointers("/billing/usage-history", headers, "{\"data\":[" + nameless + "," + nameless + "]}"))
                .isEmpty();
        assertThat(pointers(
                        "/billing/usage-history",
                        headers,
                        "{\"data\":[" + row.replace("001Z", "002Z") + "," + row + "]}"))
                .containsExactly("/data/1/timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "/billing/usage, attachment; filename=billing_usage.csv, true",
        "/billing/usage-history, attachment; filename=billing-usage-history-20260701T000000000Z.csv, true",
        "/billing/usage-history, attachment; filename=\"usage.csv\", true",
        "/billing/usage-history, inline, false",
        "/billing/usage-history, '', false",
    })
    void aTableIsAFileOfItsOwn(String path, String disposition, boolean agrees) {
        var headers = Map.of("content-type", "text/csv; charset=utf-8", "content-disposition", disposition);
        assertThat(pointers(path, headers, "timestamp,sku").isEmpty()).isEqualTo(agrees);
    }

    private static List<String> pointers(String path, Map<String, String> headers, String body) {
        var reply = new TargetReply(200, headers, body.getBytes(StandardCharsets.UTF_8));
        var exchange = new ObservedExchange(0, TargetRequest.get(path).withKey(), reply, NOW, Usd.ZERO);
        var reference =
                new Reference(TestEditions.JUNE, "http://localhost", Json.object(), (schema, json) -> List.of(), NOW);
        return UsagePages.judge(List.of(exchange), reference).stream()
                .map(Deviation::where)
                .toList();
    }
}
