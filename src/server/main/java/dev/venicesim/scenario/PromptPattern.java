package dev.venicesim.scenario;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pattern that a rule looks for in a prompt. Hostile patterns cannot hang it: RE2 syntax, whose time grows with the
 * sizes of pattern and prompt multiplied and never faster; a pattern's size is at most {@link #MAX_SIZE}, and only so
 * much of a prompt is looked at that both multiplied stay within {@link #MAX_WORK}: all of any prompt for a size up to
 * 200, its first 4,000 characters for the largest.
 */
public final class PromptPattern {

    /** Longest pattern, in characters. */
    public static final int MAX_LENGTH = 500;

    /** Largest pattern once its counted repetitions are written out: length times the product of the counts. */
    public static final int MAX_SIZE = 1_000;

    /** Most steps a look takes: size of the pattern times characters of the prompt. */
    public static final int MAX_WORK = 4_000_000;

    /** Most characters of a prompt that are looked at; no model takes more. */
    public static final int MAX_PROMPT = 20_000;

    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})?(?:,(\\d{1,9})?)?\\}");

    private final Written written;
    private final String source;
    private final Pattern compiled;
    private final int reach;

    /**
     * A pattern as it is written in a scenario: of its two parts one is empty.
     *
     * @param regex a regular expression
     * @param words words or phrases
     */
    public record Written(String regex, List<String> words) {}

    private PromptPattern(Written written, long size, Pattern compiled) {
        this.written = written;
        this.source = written.words().isEmpty() ? written.regex() : String.join(", ", written.words());
        this.reach = (int) Math.min(MAX_PROMPT, MAX_WORK / size);
        this.compiled = compiled;
    }

    /**
     * A pattern that is looked for anywhere in the prompt; {@code (?i)} at its start ignores case.
     *
     * @throws IllegalArgumentException if it is malformed or too large
     */
    static PromptPattern regex(String regex) {
        if (regex.isEmpty() || regex.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a prompt pattern has 1 to " + MAX_LENGTH + " characters");
        }
        if (size(regex) > MAX_SIZE) {
            throw new IllegalArgumentException("its counted repetitions make it too large; use smaller numbers in {}");
        }
        try {
            return new PromptPattern(new Written(regex, List.of()), size(regex), Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression of RE2: " + e.getDescription(), e);
        }
    }

    /**
     * Any of some words or phrases, each as a whole, whatever its case.
     *
     * @throws IllegalArgumentException if there are none, or more than 100, or one is blank or longer than 100
     *     characters
     */
    static PromptPattern words(List<String> words) {
        if (words.isEmpty() || words.size() > 100) {
            throw new IllegalArgumentException("words are 1 to 100");
        }
        if (words.stream().anyMatch(word -> word.isBlank() || word.length() > 100)) {
            throw new IllegalArgumentException("a word has 1 to 100 characters");
        }
        var size = words.stream().mapToLong(String::length).sum();
        if (size > MAX_SIZE) {
            throw new IllegalArgumentException("words have at most " + MAX_SIZE + " characters together");
        }
        var any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var regex = "(?i)(?:^|[^\\pL\\pN_])(?:" + any + ")(?:$|[^\\pL\\pN_])";
        return new PromptPattern(new Written("", List.copyOf(words)), size, Pattern.compile(regex));
    }

    /**
     * The pattern of what {@link #written} told.
     *
     * @throws IllegalArgumentException if that is none
     */
    public static PromptPattern of(Written written) {
        return written.words().isEmpty() ? regex(written.regex()) : words(written.words());
    }

    /** What it was made of. */
    public Written written() {
        return written;
    }

    /** Whether it is found in what is looked at of a prompt. */
    boolean foundIn(String prompt) {
        var seen = prompt.length() > reach ? prompt.substring(0, reach) : prompt;
        return compiled.matcher(seen).find();
    }

    private static long size(String regex) {
        long size = regex.length();
        var counts = COUNTED.matcher(regex);
        while (counts.find() && size <= MAX_SIZE) {
            size *= Math.max(1, Math.max(number(counts.group(1)), number(counts.group(2))));
        }
        return size;
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 1 : Long.parseLong(digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptPattern pattern && compiled.pattern().equals(pattern.compiled.pattern());
    }

    @Override
    public int hashCode() {
        return compiled.pattern().hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
