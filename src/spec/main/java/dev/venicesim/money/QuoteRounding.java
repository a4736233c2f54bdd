package dev.venicesim.money;

import dev.venicesim.api.Verified;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding of a line item to the whole cents of a quote. */
public sealed interface QuoteRounding {

    /** What a price means that says nothing about rounding: exact, half a cent up. */
    QuoteRounding DECIMAL = new Decimal();

    /** Rounds as the live API does, for a price without a markup. */
    QuoteRounding BINARY = new Binary(BigDecimal.ONE);

    Usd cents(LineItem item);

    /** Exact decimal arithmetic; half a cent is rounded up. */
    record Decimal() implements QuoteRounding {

        @Override
        public Usd cents(LineItem item) {
            return Usd.ofCents(item.dollars()
                    .setScale(2, RoundingMode.HALF_UP)
                    .movePointRight(2)
                    .longValueExact());
        }
    }

    /**
     * The live API's arithmetic, in binary floating point: the maker's price times the quantity, then the markup, then
     * a hundred, then the nearest whole number. Half a cent falls to either side by it: 15 s at 0.015 are 0.22, 2 s at
     * 0.2875 are 0.57, and 11 s at 0.015 are 0.17. The order of the steps was decided by 3,289 quotes, all of which it
     * gives.
     *
     * @param markup the factor between the maker's price and the price that is written; contained in the latter, so
     *     that it changes nothing but where half a cent falls
     */
    record Binary(BigDecimal markup) implements QuoteRounding {

        public Binary {
            if (markup.signum() <= 0) {
                throw new IllegalArgumentException("a markup is above 0");
            }
        }

        /** The one place where money is a double, and only until it is a whole number of cents. */
        @Override
        @Verified(on = "2026-09-28", source = "docs/api/edition-2026-10-02.md#how-a-price-is-made")
        public Usd cents(LineItem item) {
            var amount = base(item.unitPrice()) * item.quantity().doubleValue() + base(item.fee());
            return Usd.ofCents(Math.round(amount * markup.doubleValue() * 100));
        }

        private double base(Usd price) {
            return price.decimal().divide(markup, MathContext.DECIMAL64).doubleValue();
        }
    }
}
