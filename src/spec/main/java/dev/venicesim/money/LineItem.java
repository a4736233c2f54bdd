package dev.venicesim.money;

import java.math.BigDecimal;

/**
 * A line of a bill: a quantity of units at a price each, and a fee beside it.
 *
 * @param quantity in the unit that the price is for, not negative
 * @param fee added once, whatever the quantity
 */
public record LineItem(Usd unitPrice, BigDecimal quantity, Usd fee) {

    /** A line without a fee. */
    public static LineItem of(Usd unitPrice, BigDecimal quantity) {
        return new LineItem(unitPrice, quantity, Usd.ZERO);
    }

    /** What it comes to, exact and unrounded, in dollars. */
    public BigDecimal dollars() {
        return unitPrice.decimal().multiply(quantity).add(fee.decimal());
    }
}
