package dev.venicesim.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of US dollars, in whole micro-dollars; may be negative. Arithmetic that leaves the range of a long
 * throws {@link ArithmeticException}.
 */
public record Usd(long micros) implements Comparable<Usd> {

    public static final Usd ZERO = new Usd(0);

    private static final long MICROS_PER_CENT = 10_000;

    public static Usd ofMicros(long micros) {
        return micros == 0 ? ZERO : new Usd(micros);
    }

    public static Usd ofCents(long cents) {
        return ofMicros(Math.multiplyExact(cents, MICROS_PER_CENT));
    }

    /**
     * Reads a decimal amount such as {@code 0.55}.
     *
     * @throws IllegalArgumentException if it is no number, has more than six decimals, or is out of range
     */
    public static Usd parse(String amount) {
        try {
            return of(new BigDecimal(amount));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an amount of dollars: " + amount, e);
        }
    }

    /**
     * The amount a decimal number of dollars stands for.
     *
     * @throws IllegalArgumentException if it has more than six decimals or is out of range
     */
    public static Usd of(BigDecimal dollars) {
        // a hostile exponent must not be expanded into digits
        if (dollars.precision() - dollars.scale() > 12 || dollars.scale() > 1_000) {
            throw new IllegalArgumentException("not an amount of dollars in range");
        }
        try {
            return ofMicros(dollars.movePointRight(6).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not a whole number of micro-dollars: " + dollars, e);
        }
    }

    public Usd plus(Usd other) {
        return other.micros == 0 ? this : ofMicros(Math.addExact(micros, other.micros));
    }

    public Usd minus(Usd other) {
        return other.micros == 0 ? this : ofMicros(Math.subtractExact(micros, other.micros));
    }

    public Usd negated() {
        return ofMicros(Math.negateExact(micros));
    }

    /** This amount times an exact factor, rounded half up to whole micro-dollars. */
    public Usd times(BigDecimal factor) {
        return ofMicros(BigDecimal.valueOf(micros)
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public boolean isNegative() {
        return micros < 0;
    }

    public boolean isZero() {
        return micros == 0;
    }

    public boolean isLessThan(Usd other) {
        return micros < other.micros;
    }

    /** Dollars as a decimal of scale 6, for example {@code 4.230000}. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(micros, 6);
    }

    /** Dollars without trailing zeros, as a JSON number carries them: {@code 0.55}, {@code 10}. */
    public BigDecimal number() {
        var stripped = decimal().stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(micros, other.micros);
    }

    /** The amount with at least two decimals, for people: {@code 0.55}, {@code 10.00}, {@code 0.0125}. */
    @Override
    public String toString() {
        var number = number();
        return (number.scale() < 2 ? number.setScale(2) : number).toPlainString();
    }
}
