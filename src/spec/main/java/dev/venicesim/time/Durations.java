package dev.venicesim.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Durations as users write them: ISO-8601 ({@code PT3M}) or short ({@code 40s}, {@code 3m}, {@code 500ms}, {@code 24h},
 * {@code 2d}).
 */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if it is in neither form, negative, or longer than 1000 years
     */
    public static Duration parse(String text) {
        var duration = read(text.strip());
        if (duration.isNegative() || duration.toDays() > 365_000) {
            throw new IllegalArgumentException("a duration from 0 to 1000 years is wanted, not " + text);
        }
        return duration;
    }

    private static Duration read(String text) {
        var match = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (match.matches()) {
            return scaled(Long.parseLong(match.group(1)), match.group(2));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "not a duration: \"" + text + "\" (write 40s, 3m, 500ms, 24h or PT3M)", e);
        }
    }

    private static Duration scaled(long amount, String unit) {
        try {
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                case "d" -> Duration.ofDays(amount);
                default -> throw new AssertionError(unit);
            };
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a duration from 0 to 1000 years is wanted, not " + amount + unit, e);
        }
    }

    /** The short form of a duration: {@code 40s}, {@code 1500ms}, {@code 3m}. */
    public static String format(Duration duration) {
        if (duration.isZero() || duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
    }
}
