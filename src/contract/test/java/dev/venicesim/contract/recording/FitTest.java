package dev.venicesim.contract.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void findsTheShortestPriceThatGivesEveryQuote() {
        assertThat(Fit.perSecond(Map.of(5, new BigDecimal("0.81"), 15, new BigDecimal("2.44"))))
                .contains(new BigDecimal("0.1624"));
        assertThat(Fit.perSecond(Map.of(8, new BigDecimal("0.88")))).contains(new BigDecimal("0.11"));
        assertThat(Fit.perSecond(Map.of(8, new BigDecimal("0")))).contains(new BigDecimal("0.00"));
    }

    @Test
    void findsNoneWhereTheLengthDoesNotExplainThePrice() {
        assertThat(Fit.perSecond(Map.of(5, new BigDecimal("1.01"), 8, new BigDecimal("2.02"))))
                .isEmpty();
        // half a cent that fell to the other side in binary arithmetic
        assertThat(Fit.perSecond(Map.of(11, new BigDecimal("0.17"), 15, new BigDecimal("0.22"))))
                .isEmpty();
    }

    @Property(tries = 300)
    void explainsWhateverAPriceOfASecondMade(@ForAll @IntRange(min = 1, max = 500_000) int micros) {
        var perSecond = BigDecimal.valueOf(micros, 6);
        var quotes = new TreeMap<Integer, BigDecimal>();
        for (var seconds = 2; seconds <= 30; seconds += 4) {
            quotes.put(seconds, perSecond.multiply(BigDecimal.valueOf(seconds)).setScale(2, RoundingMode.HALF_UP));
        }
        var found = Fit.perSecond(quotes).orElseThrow();
        quotes.forEach((seconds, usd) -> assertThat(
                        found.multiply(BigDecimal.valueOf(seconds)).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(usd));
    }
}
