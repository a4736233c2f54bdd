package dev.venicesim.billing.reads;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.billing.Grant;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BalancesOnTheWireTest {

    private static final String ADDRESS = "0xAbCdEf0123456789aBcDeF0123456789ABCDEF01";

    @Test
    void showsTheBalanceOfAUserWithAndWithoutDiem() {
        var usdOnly = keys("25");
        assertThat(json(BillingBalance.render(usdOnly))).isEqualTo(json("""
                                {"canConsume":true,"consumptionCurrency":"USD","balances":{"diem":null,"usd":25},"diemEpochAllocation":0}
                                """));
        var staking = done(usdOnly.grant(new Grant.SetDiem(usd("100")), T0));
        staking = done(staking.charge(job("q"), usd("9.50"), T0));
        assertThat(json(BillingBalance.render(staking))).isEqualTo(json("""
                                {"canConsume":true,"consumptionCurrency":"DIEM","balances":{"diem":90.5,"usd":25},"diemEpochAllocation":100}
                                """));
    }

    @Test
    void saysWhenNothingIsLeftToConsume() {
        assertThat(json(BillingBalance.render(keys("0")))).isEqualTo(json("""
                                {"canConsume":false,"consumptionCurrency":null,"balances":{"diem":null,"usd":0},"diemEpochAllocation":0}
                                """));
    }

    @Test
    void writesRoundAmountsAsPlainNumbers() {
        var body = new String(Json.bytes(BillingBalance.render(keys("1000"))), StandardCharsets.UTF_8);
        assertThat(body).contains("\"usd\":1000}");
    }

    @Test
    void showsAWalletsCreditUnderItsNormalizedAddress() {
        assertThat(json(WalletBalance.render(wallet("12.50"), ADDRESS))).isEqualTo(json("""
                                {"success":true,"data":{"walletAddress":"0xabcdef0123456789abcdef0123456789abcdef01","balanceUsd":12.5,
                                 "canConsume":true,"minimumTopUpUsd":5,"suggestedTopUpUsd":10}}
                                """));
        var solana = "8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL";
        assertThat(WalletBalance.render(wallet("0"), solana)
                        .at("/data/walletAddress")
                        .asText())
                .isEqualTo(solana);
    }

    @Test
    void countsHoldsAsGoneForWhatAWalletCanConsume() {
        var held = done(wallet("1.00").hold(job("q"), usd("0.95"), T0));
        var data = WalletBalance.render(held, ADDRESS).path("data");
        assertThat(data.path("balanceUsd").decimalValue()).isEqualByComparingTo("1");
        assertThat(data.path("canConsume").booleanValue()).isFalse();
        assertThat(WalletBalance.remaining(held)).isEqualTo("0.050000");
    }

    @Test
    void showsRateLimitsWithTheBalancesAndTheNextMidnight() {
        var models = Json.mapper().createArrayNode();
        models.addObject().put("apiModelId", "wan-2.6-text-to-video").putArray("rateLimits");
        var account = done(keys("50.23").grant(new Grant.SetDiem(usd("100.023")), T0));
        assertThat(json(RateLimits.render(account, models, T0))).isEqualTo(json("""
                                {"data":{"accessPermitted":true,"apiTier":{"id":"paid","isCharged":true},
                                 "balances":{"USD":50.23,"DIEM":100.023},"keyExpiration":null,"nextEpochBegins":"2026-11-24T00:00:00.000Z",
                                 "rateLimits":[{"apiModelId":"wan-2.6-text-to-video","rateLimits":[]}]}}
                                """));
        assertThat(RateLimits.render(keys("0"), models, T0)
                        .at("/data/accessPermitted")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void logsTheNewestFiftyRefusals() {
        var log = RateLimitLog.EMPTY.plus(new RateLimitLog.Exceeded("key-1", "wan", "RPM", T0));
        assertThat(json(RateLimits.log(log))).isEqualTo(json("""
                                {"data":[{"apiKeyId":"key-1","modelId":"wan","rateLimitTier":"paid","rateLimitType":"RPM",
                                 "timestamp":"2026-11-23T10:00:00.000Z"}],"object":"list"}
                                """));
        for (var i = 0; i < 60; i++) {
            log = log.plus(new RateLimitLog.Exceeded("key-1", "wan", "FAILED_REQUESTS", T0.plusSeconds(i)));
        }
        var rows = RateLimits.log(log).path("data");
        assertThat(rows).hasSize(50);
        assertThat(rows.at("/0/timestamp").asText()).isEqualTo("2026-11-23T10:00:59.000Z");
    }
}
