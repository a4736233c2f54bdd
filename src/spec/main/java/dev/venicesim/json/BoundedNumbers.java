package dev.venicesim.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Factory of nodes whose numbers are within the range of a double: to write out {@code 1e999999999} would take a
 * gigabyte.
 */
final class BoundedNumbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1;

    private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);
    private static final int MOST_DIGITS = 310;
    private static final int MOST_ZEROES = 400;

    /** Whether a number is one that a double can be near to. */
    static boolean inRange(BigDecimal number) {
        // judged by magnitude first: to compare 1e999999999 digit by digit would take for ever
        var magnitude = (long) number.precision() - number.scale();
        return magnitude <= MOST_DIGITS
                && magnitude >= -MOST_ZEROES
                && number.abs().compareTo(LARGEST) <= 0;
    }

    /**
     * A number within the range.
     *
     * @throws NumberFormatException if it is not
     */
    @Override
    public ValueNode numberNode(BigDecimal number) {
        if (!inRange(number)) {
            throw new NumberFormatException("out of range");
        }
        return super.numberNode(number);
    }
}
