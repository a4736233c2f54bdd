package dev.venicesim.billing.reads;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.billing.ClaimSettlement;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.Purchase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageAnalyticsTest {

    private static final UsageAnalytics.Names NAMES =
            new UsageAnalytics.Names(model -> "Name of " + model, key -> "Description of " + key);

    @Test
    void sumsByDayModelAndKey() {
        var account = done(keys("10").grant(new Grant.SetDiem(usd("0.30")), T0));
        account = done(account.charge(job("a"), usd("0.55"), T0));
        account = done(account.charge(new Purchase("b", "veo3", "key-2", "sku", 8), usd("2.00"), after(86_400)));
        account = done(account.charge(new Purchase("c", "veo3", "key-2", "sku", 8), usd("2.00"), after(86_400)));
        account = done(account.settle(due("c", ClaimSettlement.Kind.REFUND, 86_440)));
        var query = ((ParsedQuery.Ok<AnalyticsQuery>) AnalyticsQuery.parse(Map.of(), after(90_000))).query();
        assertThat(json(UsageAnalytics.render(account, query, Long.MAX_VALUE, NAMES)))
                .isEqualTo(json("""
                                {"lookback":"7d",
                                 "byDate":[{"date":"2026-11-24","USD":2,"DIEM":0},{"date":"2026-11-23","USD":0.25,"DIEM":0.3}],
                                 "byModel":[
                                  {"modelName":"Name of veo3","unitType":"seconds","modelType":"VIDEO","totalUsd":2,"totalDiem":0,"totalUnits":8},
                                  {"modelName":"Name of wan-2.6-text-to-video","unitType":"seconds","modelType":"VIDEO","totalUsd":0.25,"totalDiem":0.3,"totalUnits":5}],
                                 "byModelDaily":[{"date":1795478400000,"Name of veo3":2},{"date":1795392000000,"Name of wan-2.6-text-to-video":0.55}],
                                 "topModels":["Name of veo3","Name of wan-2.6-text-to-video"],
                                 "byKey":[
                                  {"apiKeyId":"key-2","description":"Description of key-2","totalUsd":2,"totalDiem":0,"totalUnits":8},
                                  {"apiKeyId":"key-1","description":"Description of key-1","totalUsd":0.25,"totalDiem":0.3,"totalUnits":5}],
                                 "byKeyDaily":[{"date":1795478400000,"Description of key-2":2},{"date":1795392000000,"Description of key-1":0.55}],
                                 "topKeyNames":["Description of key-2","Description of key-1"]}
                                """));
    }

    @Test
    void looksAtWholeDaysWhenGivenDates() {
        var account = done(keys("10").charge(job("a"), usd("0.55"), T0));
        var parsed = AnalyticsQuery.parse(Map.of("startDate", "2026-11-01", "endDate", "2026-11-23"), T0);
        var body = UsageAnalytics.render(
                account, ((ParsedQuery.Ok<AnalyticsQuery>) parsed).query(), Long.MAX_VALUE, NAMES);
        assertThat(body.path("lookback").asText()).isEqualTo("2026-11-01:2026-11-23");
        assertThat(body.path("byDate")).hasSize(1);
        var before = AnalyticsQuery.parse(Map.of("startDate", "2026-11-01", "endDate", "2026-11-22"), T0);
        assertThat(UsageAnalytics.render(
                                account, ((ParsedQuery.Ok<AnalyticsQuery>) before).query(), Long.MAX_VALUE, NAMES)
                        .path("byDate"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lookback, 0d, lookback invalid_string Invalid",
        "lookback, 7, lookback invalid_string Invalid",
        "lookback, 91d, lookback custom lookback must be at most 90d",
        "lookback, 99999999999999999999d, lookback custom lookback must be at most 90d",
        "startDate, 2026-11-01, endDate custom startDate and endDate must be provided together",
        "endDate, 2026-11-01, startDate custom startDate and endDate must be provided together"
    })
    void namesWhatIsWrongWithTheQuery(String parameter, String value, String problem) {
        assertThat(Problems.of(AnalyticsQuery.parse(Map.of(parameter, value), T0)))
                .containsExactly(problem);
    }

    @Test
    void refusesDaysThatDoNotExistOrRunBackwards() {
        assertThat(Problems.of(AnalyticsQuery.parse(Map.of("startDate", "2026-02-30", "endDate", "2026-03-01"), T0)))
                .containsExactly("startDate invalid_string Invalid");
        assertThat(Problems.of(AnalyticsQuery.parse(Map.of("startDate", "2026-03-02", "endDate", "2026-03-01"), T0)))
                .containsExactly("endDate custom endDate must not be before startDate");
    }
}
