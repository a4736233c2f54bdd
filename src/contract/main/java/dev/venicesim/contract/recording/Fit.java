package dev.venicesim.contract.recording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * The price of a second that explains quotes: the shortest decimal that, times the seconds and rounded half up, is each
 * of them.
 */
final class Fit {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final int DECIMALS = 6;

    private Fit() {}

    /** Nothing, if no price of a second gives all of them to the cent. */
    static Optional<BigDecimal> perSecond(Map<Integer, BigDecimal> quotes) {
        var least = BigDecimal.ZERO;
        for (var quote : quotes.entrySet()) {
            var seconds = BigDecimal.valueOf(quote.getKey());
            least = least.max(quote.getValue().subtract(HALF_A_CENT).divide(seconds, MathContext.DECIMAL128));
        }
        for (var digits = 2; digits <= DECIMALS; digits++) {
            var candidate = least.setScale(digits, RoundingMode.CEILING);
            if (gives(candidate, quotes)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether a price of a second gives all of them. */
    static boolean gives(BigDecimal perSecond, Map<Integer, BigDecimal> quotes) {
        return quotes.entrySet().stream()
                .allMatch(quote -> perSecond
                                .multiply(BigDecimal.valueOf(quote.getKey()))
                                .setScale(2, RoundingMode.HALF_UP)
                                .compareTo(quote.getValue())
                        == 0);
    }
}
