package dev.venicesim.contract.check;

import dev.venicesim.net.LinkMask;

/**
 * One place where an answer is not what a check expects. Tokens of links are masked.
 *
 * @param pointer JSON pointer into the body, or {@code status}, or {@code header Name}
 * @param expected in words or as JSON
 * @param actual as JSON, shortened; {@code absent} where nothing was
 */
public record Difference(String pointer, String expected, String actual) {

    public Difference {
        expected = LinkMask.masked(expected);
        actual = LinkMask.masked(actual);
    }

    @Override
    public String toString() {
        return pointer + ": expected " + expected + ", found " + actual;
    }
}
