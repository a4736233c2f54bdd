package dev.venicesim.contract.oracle;

/**
 * Deviation of one reply from what holds of all of its kind.
 *
 * @param exchange that shows it
 * @param where JSON pointer into the body, or {@code status}, or {@code header Name}
 * @param expected in words
 * @param found as it came, shortened
 */
public record Deviation(ObservedExchange exchange, String where, String expected, String found) {}
