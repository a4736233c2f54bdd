package dev.venicesim.contract.drift;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A description, for what it says that nothing else in a file does.
 *
 * @param facts its phrases that hold a cap, a number or a literal; of an error all phrases
 * @param whole its text, empty where only the facts are known
 */
record Described(Set<String> facts, String whole) {

    /** In place of the text, where several forms each have one: which of them changed is not known. */
    static final String SEVERAL = "several";

    static final Described NOTHING = new Described(Set.of(), "");

    private static final Pattern PHRASE_END =
            Pattern.compile("\\n\\s*(?:\\n|[-*•])\\s*|(?<=[.!?;])(?<!e\\.g\\.)(?<!i\\.e\\.)\\s+(?=[\\p{Lu}(\"])");

    /** A number that is no part of a name, such as that of x402 or of a version. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_./:@-])\\d");

    private static final Pattern LITERAL = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b|[\"“][^\"”]{3,}[\"”]");

    static final Pattern CAP = Pattern.compile(
            "\\b(?:at most|at least|up to|no more than|exceed|maximum|minimum|max|min|supported|must)\\b",
            Pattern.CASE_INSENSITIVE);

    static Described of(String text) {
        return of(text, false);
    }

    static Described ofError(String text) {
        return of(text, true);
    }

    private static Described of(String text, boolean error) {
        var facts = new LinkedHashSet<String>();
        for (var part : PHRASE_END.split(text.replace("**", "").replace("`", ""), -1)) {
            var phrase = part.replaceAll("\\s+", " ")
                    .strip()
                    .replaceFirst("^[-•] +", "")
                    .replaceFirst("[.:]$", "");
            if (!phrase.isEmpty() && (error || isFact(phrase))) {
                facts.add(phrase);
            }
        }
        return new Described(facts, text.replaceAll("\\s+", " ").strip());
    }

    private static boolean isFact(String phrase) {
        return List.of(NUMBER, LITERAL, CAP).stream()
                .anyMatch(pattern -> pattern.matcher(phrase).find());
    }

    /** Both descriptions of one place. */
    Described and(Described other) {
        if (this.equals(other) || other.equals(NOTHING)) {
            return this;
        }
        var all = new LinkedHashSet<>(facts);
        all.addAll(other.facts);
        return new Described(all, whole.isEmpty() || whole.equals(other.whole) ? other.whole : SEVERAL);
    }
}
