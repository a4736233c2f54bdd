package dev.venicesim.billing.reads;

import static dev.venicesim.billing.Fixtures.MODEL;
import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.billing.ClaimSettlement;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageReadsTest {

    private static final String ROW = """
            {"timestamp":"2026-11-23T10:00:%s.000Z","sku":"wan-2.6-text-to-video-duration-resolution-rate-5s-720p-audio",
             "pricePerUnitUsd":0.55,"units":1,"amount":%s,"currency":"%s","notes":"%s",
             "inferenceDetails":{"requestId":"%s","inferenceExecutionTime":null,"promptTokens":null,"completionTokens":null}}
            """;

    private static LedgerAccount refunded() {
        var account = done(keys("10").grant(new Grant.AddUsd(usd("1")), T0));
        account = done(account.charge(job("q"), usd("0.55"), T0));
        return done(account.settle(due("q", ClaimSettlement.Kind.REFUND, 40)));
    }

    private static LedgerAccount many(int charges) {
        var account = keys("1000");
        for (var i = 0; i < charges; i++) {
            account = done(account.charge(job("q" + i), usd("1"), after(i)));
        }
        return account;
    }

    private static UsagePage page(LedgerAccount account, Map<String, String> parameters) {
        return UsagePage.render(account, ((ParsedQuery.Ok<UsagePage.Query>) UsagePage.parse(parameters)).query());
    }

    private static JsonNode history(LedgerAccount account, Map<String, String> parameters) {
        var parsed = UsageHistory.parse(parameters, account, "world-1");
        return UsageHistory.render(account, ((ParsedQuery.Ok<UsageHistory.Query>) parsed).query(), "world-1");
    }

    private static List<String> requestIds(JsonNode body) {
        return body.findValuesAsText("requestId");
    }

    @Test
    void pagesUsageNewestFirstWithItsHeaders() {
        var page = page(refunded(), Map.of());
        assertThat(json(page.body()))
                .isEqualTo(json("{\"data\":[" + ROW.formatted("40", "0.55", "USD", "API Inference Refund", "q") + ","
                        + ROW.formatted("00", "-0.55", "USD", "API Inference", "q")
                        + "],\"pagination\":{\"limit\":200,\"page\":1,\"total\":2,\"totalPages\":1}}"));
        assertThat(page.headers())
                .isEqualTo(Map.of(
                        "x-pagination-limit", "200",
                        "x-pagination-page", "1",
                        "x-pagination-total", "2",
                        "x-pagination-total-pages", "1"));
    }

    @Test
    void pagesUsageInEitherOrderAndWithinDates() {
        var account = many(25);
        assertThat(requestIds(page(account, Map.of("limit", "10", "page", "3")).body()))
                .containsExactly("q4", "q3", "q2", "q1", "q0");
        assertThat(requestIds(
                        page(account, Map.of("limit", "2", "sortOrder", "asc")).body()))
                .containsExactly("q0", "q1");
        assertThat(requestIds(page(
                                account,
                                Map.of("startDate", "2026-11-23T10:00:03Z", "endDate", "2026-11-23T11:00:04+01:00"))
                        .body()))
                .containsExactly("q4", "q3");
        assertThat(requestIds(page(account, Map.of("currency", "VCU")).body())).isEmpty();
        assertThat(requestIds(page(account, Map.of("page", "2147483647", "limit", "500"))
                        .body()))
                .isEmpty();
    }

    @Test
    void namesWhatIsWrongWithAUsageQuery() {
        assertThat(Problems.of(UsagePage.parse(
                        Map.of("currency", "EUR", "endDate", "soon", "limit", "501", "page", "0", "sortOrder", "up"))))
                .containsExactly(
                        "currency invalid_enum_value Invalid enum value. Expected 'USD' | 'VCU' | 'DIEM' | 'BUNDLED_CREDITS', received 'EUR'",
                        "endDate invalid_string Invalid datetime",
                        "limit too_big Number must be less than or equal to 500",
                        "page too_small Number must be greater than 0",
                        "sortOrder invalid_enum_value Invalid enum value. Expected 'asc' | 'desc', received 'up'");
    }

    @Test
    void walksTheHistoryOldestFirst() {
        assertThat(json(history(refunded(), Map.of())))
                .isEqualTo(json("{\"data\":[" + ROW.formatted("00", "-0.55", "USD", "API Inference", "q") + ","
                        + ROW.formatted("40", "0.55", "USD", "API Inference Refund", "q") + "],\"nextCursor\":null}"));
    }

    @Test
    void carriesTheFiltersInTheCursorAndStaysStableWhileUsageGrows() {
        var account = many(35);
        var seen = new ArrayList<String>();
        var body = history(
                account,
                Map.of(
                        "pageSize",
                        "10",
                        "startTimestamp",
                        "2026-11-23T10:00:05Z",
                        "endTimestamp",
                        "2026-11-23T10:00:30Z"));
        seen.addAll(requestIds(body));
        while (!body.path("nextCursor").isNull()) {
            assertThat(body.path("nextCursor").asText()).matches("[A-Za-z0-9_-]{1,512}");
            account = done(account.charge(job("late" + seen.size()), usd("1"), after(60)));
            body = history(account, Map.of("cursor", body.path("nextCursor").asText()));
            assertThat(body.path("data").size()).isLessThanOrEqualTo(10);
            seen.addAll(requestIds(body));
        }
        assertThat(seen).hasSize(25).startsWith("q5").endsWith("q29");
    }

    @Test
    void refusesACursorThatIsForeignChangedOrAccompanied() {
        var account = many(15);
        var cursor =
                history(account, Map.of("pageSize", "10")).path("nextCursor").asText();
        var expired = "cursor custom Invalid or expired cursor; restart from the first page";
        assertThat(Problems.of(UsageHistory.parse(Map.of("cursor", cursor), account, "world-2")))
                .containsExactly(expired);
        var changed = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
        assertThat(Problems.of(UsageHistory.parse(Map.of("cursor", changed), account, "world-1")))
                .containsExactly(expired);
        assertThat(Problems.of(UsageHistory.parse(Map.of("cursor", "A"), account, "world-1")))
                .containsExactly(expired);
        assertThat(Problems.of(UsageHistory.parse(Map.of("cursor", cursor, "pageSize", "10"), account, "world-1")))
                .containsExactly("cursor custom cursor must be sent alone; filters are carried by the cursor");
        assertThat(Problems.of(UsageHistory.parse(Map.of("cursor", "a b"), account, "world-1")))
                .containsExactly("cursor invalid_string Invalid");
        assertThat(Problems.of(UsageHistory.parse(Map.of("cursor", "a".repeat(513)), account, "world-1")))
                .containsExactly("cursor too_big String must contain at most 512 character(s)");
    }

    @Test
    void namesWhatIsWrongWithAHistoryQuery() {
        assertThat(Problems.of(UsageHistory.parse(
                        Map.of(
                                "currency", "VCU",
                                "pageSize", "9",
                                "startTimestamp", "2026-11-23T10:00:00+01:00",
                                "endTimestamp", "Z".repeat(41)),
                        keys("1"),
                        "world-1")))
                .containsExactly(
                        "currency invalid_enum_value Invalid enum value. Expected 'USD' | 'DIEM' | 'BUNDLED_CREDITS', received 'VCU'",
                        "endTimestamp too_big String must contain at most 40 character(s)",
                        "pageSize too_small Number must be greater than or equal to 10",
                        "startTimestamp invalid_string Invalid datetime");
        assertThat(Problems.of(UsageHistory.parse(
                        Map.of("startTimestamp", "2026-06-02T00:00:00Z", "endTimestamp", "2026-06-02T00:00:00Z"),
                        keys("1"),
                        "world-1")))
                .containsExactly("endTimestamp custom endTimestamp must be later than startTimestamp");
    }

    @Test
    void namesProductsInTheFormSeen() {
        assertThat(Purchase.sku("wan-2.5-preview-text-to-video", "10s", "720p", true))
                .isEqualTo("wan-2.5-preview-text-to-video-duration-resolution-rate-10s-720p-audio");
        assertThat(Purchase.sku(MODEL, "5s", "", false)).isEqualTo("wan-2.6-text-to-video-duration-rate-5s");
    }
}
