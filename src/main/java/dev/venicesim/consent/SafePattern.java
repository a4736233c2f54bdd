package dev.venicesim.consent;

/**
 * A user's regular expression that cannot hang a request: it is searched for in time proportional to the text, whatever it says. Understood are characters,
 * {@code .}, classes, {@code \d \w \s \b} and their opposites, groups, {@code |}, {@code * + ? {n,m}}, {@code ^ $} at the ends of the text, and a leading
 * {@code (?i)}; not understood are back references and looking around, which no such search has. The JDK's own matcher is not used because it can be made to try
 * forever, without so much as reading a character at which it could be stopped.
 */
public final class SafePattern {

    /** Longest expression accepted. */
    public static final int MAX_PATTERN_CHARS = 500;

    private final String regex;
    private final RegexProgram program;

    private SafePattern(String regex) {
        this.regex = regex;
        this.program = new RegexProgram(RegexParser.parse(regex));
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying what is wrong with it and where
     */
    public static SafePattern of(String regex) {
        if (regex.length() > MAX_PATTERN_CHARS) {
            throw new IllegalArgumentException(
                    "a regex has at most " + MAX_PATTERN_CHARS + " characters, this one has " + regex.length());
        }
        return new SafePattern(regex);
    }

    /** Whether the first 20,000 characters of a text hold it. */
    public boolean find(String text) {
        return program.find(text.codePoints().limit(WordList.MAX_PROMPT_CHARS).toArray());
    }

    @Override
    public String toString() {
        return regex;
    }
}
