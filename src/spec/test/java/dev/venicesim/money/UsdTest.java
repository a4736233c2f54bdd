package dev.venicesim.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsdTest {

    @ParameterizedTest
    @CsvSource({"0.55,550000", "100,100000000", "0.000001,1", "-1.5,-1500000", "1e2,100000000"})
    void readsDecimalsExactly(String text, long micros) {
        assertThat(Usd.parse(text).micros()).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0.0000001", "1e999999999", "99999999999999", "NaN", "1e-999999999"})
    void refusesWhatIsNoAmount(String text) {
        assertThatThrownBy(() -> Usd.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesNumbersAsJsonCarriesThem() {
        assertThat(Usd.parse("10.00").number().toPlainString()).isEqualTo("10");
        assertThat(Usd.parse("0.550000").number().toPlainString()).isEqualTo("0.55");
        assertThat(Usd.parse("4.23").decimal().toPlainString()).isEqualTo("4.230000");
        assertThat(Usd.parse("10")).hasToString("10.00");
        assertThat(Usd.parse("0.0125")).hasToString("0.0125");
    }

    @Test
    void overflowsLoudly() {
        assertThatThrownBy(() -> Usd.ofMicros(Long.MAX_VALUE).plus(Usd.ofMicros(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void addsAndTakesAwayWithoutLoss(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long one,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long other) {
        var sum = Usd.ofMicros(one).plus(Usd.ofMicros(other));
        assertThat(sum.minus(Usd.ofMicros(other))).isEqualTo(Usd.ofMicros(one));
        assertThat(Usd.of(new BigDecimal(sum.number().toPlainString()))).isEqualTo(sum);
    }
}
