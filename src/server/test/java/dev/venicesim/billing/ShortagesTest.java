package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BALANCE | INSUFFICIENT_BALANCE | Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.",
                "USD_SPEND_LIMIT | API_KEY_USD_SPEND_LIMIT_EXCEEDED | API key USD spend limit exceeded. Your account may still have USD balance, but this API key has reached its configured USD spending limit.",
                "DIEM_SPEND_LIMIT | API_KEY_DIEM_SPEND_LIMIT_EXCEEDED | API key DIEM spend limit exceeded. Your account may still have DIEM balance, but this API key has reached its configured DIEM spending limit."
            })
    void answersWithTheDocumentedTextAndItsCodeOnlyWhenAsked(Shortage shortage, String code, String text) {
        var change = new Change.Shortfall(wallet("0"), shortage, usd("0.55"), usd("0"));
        var plain = Shortages.refusal(change, false).error();
        assertThat(plain.status()).isEqualTo(402);
        assertThat(plain.headers()).isEmpty();
        assertThat(json(plain.body())).isEqualTo(json("{\"error\":\"" + text + "\"}"));
        assertThat(json(Shortages.refusal(change, true).error().body()))
                .isEqualTo(json("{\"error\":\"" + text + "\",\"code\":\"" + code + "\"}"));
    }

    @Test
    void tellsTheTraceWhatWasMissing() {
        var change = (Change.Shortfall) wallet("0.30").hold(job("q"), usd("0.55"), T0);
        assertThat(Shortages.refusal(change, false).why())
                .isEqualTo("the job costs 0.55 and 0.30 can be spent: the balance does not cover it"
                        + " (docs/api/money-and-prices.md, \"Short balances\", 2026-08-21)");
    }
}
