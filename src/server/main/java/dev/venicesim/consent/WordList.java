package dev.venicesim.consent;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words and phrases looked for in prompts: whole words, in any case, whatever stands between the words of a phrase.
 *
 * @param phrases as the user wrote them
 */
public record WordList(List<String> phrases) {

    /** Longest prompt any edition takes; what follows is not read. */
    static final int MAX_PROMPT_CHARS = 20_000;

    /**
     * What counts as sexually suggestive. No list is documented; this short one is chosen, and a scenario may replace
     * it.
     */
    public static final WordList SUGGESTIVE = new WordList(List.of(
            "erotic",
            "explicit",
            "lingerie",
            "naked",
            "nsfw",
            "nude",
            "nudity",
            "porn",
            "seductive",
            "sensual",
            "sex",
            "sexual",
            "sexually",
            "sexy",
            "striptease",
            "topless",
            "undressed",
            "undressing"));

    public WordList {
        phrases = List.copyOf(phrases);
        for (var phrase : phrases) {
            if (spaced(phrase).isBlank()) {
                throw new IllegalArgumentException(
                        "a word to look for holds letters or digits, not \"" + phrase + "\"");
            }
        }
    }

    /** The first of these, in the order given, that a prompt holds. */
    Optional<String> firstIn(String prompt) {
        if (prompt.isEmpty()) {
            return Optional.empty();
        }
        var words = spaced(prompt);
        return phrases.stream().filter(phrase -> words.contains(spaced(phrase))).findFirst();
    }

    /** Lower-case words with one space before, between and after. */
    private static String spaced(String text) {
        var plain = Normalizer.normalize(
                        text.substring(0, Math.min(MAX_PROMPT_CHARS, text.length())), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        var words = new StringBuilder(plain.length() + 2).append(' ');
        plain.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point)) {
                words.appendCodePoint(point);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
    }
}
