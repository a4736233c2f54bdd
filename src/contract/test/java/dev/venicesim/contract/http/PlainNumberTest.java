package dev.venicesim.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target calls a number is calculated with if it can be one of this API. */
class PlainNumberTest {

    @Test
    void aPriceIsReadAsItIsTold() {
        assertThat(PlainNumber.of("0.55")).contains(new BigDecimal("0.55"));
        assertThat(PlainNumber.of("-0.000000000000000001")).isPresent();
        assertThat(quote("0.55")).contains(new BigDecimal("0.55"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "9999999999999999999999999", "0.0000000000000000001"})
    void whatWouldTakeABillionDigitsIsNone(String number) {
        assertThat(PlainNumber.of(number)).isEmpty();
        assertThat(quote(number)).isEmpty();
    }

    private static Optional<BigDecimal> quote(String number) {
        return QuotedPrice.amount(Json.object().put("quote", new BigDecimal(number)));
    }
}
