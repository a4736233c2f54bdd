package dev.venicesim.consent;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A user's regular expression that cannot hang a request: the text it reads is cut at 20,000 characters, and the search is given up, as without a match, once it
 * has looked at a million. That is a count and not a time, so the same prompt meets the same answer on any machine.
 */
public final class SafePattern {

    /** Longest expression accepted. */
    public static final int MAX_PATTERN_CHARS = 500;

    private static final int MAX_STEPS = 1_000_000;
    private static final int MAX_REPETITIONS = 10_000;
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    /** What a search came to. */
    public enum Result {
        FOUND,
        NOT_FOUND,
        /** The expression looked at too many characters or nested too deep; it counts as not found. */
        GIVEN_UP
    }

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
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
        refuseManyRepetitions(regex);
        try {
            return new SafePattern(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "regex \"" + regex + "\" cannot be read: " + e.getDescription() + " at " + e.getIndex(), e);
        }
    }

    // repeating what reads no character takes no step, so ((){100}){100} and its like are bounded here
    private static void refuseManyRepetitions(String regex) {
        var product = 1L;
        var counted = COUNTED.matcher(regex);
        while (counted.find()) {
            var most = counted.group(2);
            var times = Long.parseLong(most == null || most.isEmpty() ? counted.group(1) : most);
            product *= Math.max(1, times);
            if (product > MAX_REPETITIONS) {
                throw new IllegalArgumentException("the counted repetitions of regex \"" + regex
                        + "\" multiply to more than " + MAX_REPETITIONS + "; write smaller ones");
            }
        }
    }

    /** Searches a text for the expression. */
    public Result search(String text) {
        try {
            return pattern.matcher(new CountedText(text)).find() ? Result.FOUND : Result.NOT_FOUND;
        } catch (StepsUsedUp | StackOverflowError e) {
            // the JDK's matcher recurses for each repetition of a group, so a long text can overflow the stack
            // harmlessly
            return Result.GIVEN_UP;
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return Math.min(WordList.MAX_PROMPT_CHARS, text.length());
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new StepsUsedUp();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class StepsUsedUp extends RuntimeException {
        StepsUsedUp() {
            super("looked at " + MAX_STEPS + " characters", null, false, false);
        }
    }
}
