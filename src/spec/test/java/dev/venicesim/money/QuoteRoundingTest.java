package dev.venicesim.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteRoundingTest {

    @ParameterizedTest
    @CsvSource({
        "0.015,  1.25,  15, 22,  23",
        "0.015,  1.25,  11, 17,  17",
        "0.015,  1.25,  5,  8,   8",
        "0.2875, 1.15,  2,  57,  58",
        "0.2875, 1.15,  6,  173, 173",
        "0.2875, 1.15,  14, 402, 403",
        "0.187,  1.1,   5,  94,  94",
        "0.208,  1.3,   18, 374, 374",
        "0,      1,     9,  0,   0"
    })
    void halfACentFallsWhereBinaryArithmeticPutsIt(
            BigDecimal usd, BigDecimal markup, BigDecimal seconds, long binary, long decimal) {
        var item = LineItem.of(Usd.of(usd), seconds);
        assertThat(new QuoteRounding.Binary(markup).cents(item)).isEqualTo(Usd.ofCents(binary));
        assertThat(QuoteRounding.DECIMAL.cents(item)).isEqualTo(Usd.ofCents(decimal));
    }

    @Test
    void theMarkupIsPartOfThePriceAndSteersTiesOnly() {
        var tie = LineItem.of(Usd.parse("0.015"), BigDecimal.valueOf(11));
        assertThat(QuoteRounding.BINARY.cents(tie)).isEqualTo(Usd.ofCents(16));
        assertThat(new QuoteRounding.Binary(new BigDecimal("1.25")).cents(tie)).isEqualTo(Usd.ofCents(17));
        var noTie = LineItem.of(Usd.parse("0.0151"), BigDecimal.valueOf(11));
        assertThat(QuoteRounding.BINARY.cents(noTie))
                .isEqualTo(new QuoteRounding.Binary(new BigDecimal("1.25")).cents(noTie))
                .isEqualTo(Usd.ofCents(17));
    }

    @Test
    void aFeeIsAddedBeforeTheCentsAreRounded() {
        var item = new LineItem(Usd.parse("0.092"), BigDecimal.valueOf(5), Usd.parse("0.0115"));
        assertThat(new QuoteRounding.Binary(new BigDecimal("1.15")).cents(item)).isEqualTo(Usd.ofCents(47));
        assertThat(QuoteRounding.DECIMAL.cents(item)).isEqualTo(Usd.ofCents(47));
    }

    @Test
    void aMarkupIsAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuoteRounding.Binary(BigDecimal.ZERO));
    }

    @Test
    void aSumBeyondAnyAmountIsRefusedInsteadOfCut() {
        var item = LineItem.of(Usd.parse("1000"), new BigDecimal("1e15"));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> QuoteRounding.BINARY.cents(item));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> QuoteRounding.DECIMAL.cents(item));
    }
}
