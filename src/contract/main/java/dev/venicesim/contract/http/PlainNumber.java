package dev.venicesim.contract.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reader of the numbers of a target, which may be as large as anyone likes: one that can be no amount, count or time of
 * this API is taken for none, so that one can calculate with the others.
 */
public final class PlainNumber {

    private static final int MOST_DIGITS = 24;
    private static final int MOST_PLACES = 18;

    private static final Pattern TEXT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,18})?");

    private PlainNumber() {}

    /** A number in a body. */
    public static Optional<BigDecimal> of(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()).filter(PlainNumber::isPlain) : Optional.empty();
    }

    /** A number that a header tells, without an exponent. */
    public static Optional<BigDecimal> of(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** A value as JSON has it; a number without an exponent. */
    public static String shown(JsonNode node) {
        return of(node).map(BigDecimal::toPlainString).orElseGet(node::toString);
    }

    private static boolean isPlain(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_PLACES;
    }
}
