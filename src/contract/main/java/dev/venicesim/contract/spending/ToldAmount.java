package dev.venicesim.contract.spending;

import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reader of amounts that a target tells. */
public final class ToldAmount {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,18})?");

    private ToldAmount() {}

    /** An amount as the API writes it, without an exponent, which may stand for a billion of digits. */
    public static Optional<BigDecimal> read(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Dollars of an amount that is told, a part of a micro-dollar as a whole one. */
    public static Usd usd(BigDecimal amount) {
        return Usd.of(amount.setScale(6, RoundingMode.UP));
    }
}
