package dev.venicesim.consent;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Reads a character class such as {@code [^a-z\d]}, from after its bracket. */
final class RegexClass {

    private final String regex;
    private final IntConsumer resume;
    private int at;

    RegexClass(String regex, int at, IntConsumer resume) {
        this.regex = regex;
        this.at = at;
        this.resume = resume;
    }

    /** The kinds of character an escape stands for; a sign stands for itself. */
    static Optional<IntPredicate> escaped(int letter) {
        return Optional.ofNullable(
                switch (letter) {
                    case 'd' -> Character::isDigit;
                    case 'D' -> point -> !Character.isDigit(point);
                    case 'w' -> RegexClass::isWord;
                    case 'W' -> point -> !isWord(point);
                    case 's' -> Character::isWhitespace;
                    case 'S' -> point -> !Character.isWhitespace(point);
                    case 'n' -> point -> point == '\n';
                    case 't' -> point -> point == '\t';
                    default -> Character.isLetterOrDigit(letter) ? null : point -> point == letter;
                });
    }

    static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) || point == '_';
    }

    IntPredicate read() {
        var negated = at < regex.length() && regex.charAt(at) == '^';
        at += negated ? 1 : 0;
        IntPredicate all = point -> false;
        var first = true;
        while (first || at >= regex.length() || regex.charAt(at) != ']') {
            all = all.or(item());
            first = false;
        }
        resume.accept(at + 1);
        return negated ? all.negate() : all;
    }

    private IntPredicate item() {
        var from = point();
        if (from == '\\') {
            var letter = point();
            return escaped(letter).orElseThrow(() -> unreadable("unknown escape"));
        }
        if (from == '[' || (from == '&' && regex.startsWith("&", at))) {
            throw unreadable("a class within a class");
        }
        if (!regex.startsWith("-", at) || regex.startsWith("-]", at)) {
            return point -> point == from;
        }
        at++;
        var to = point();
        if (to < from || to == '\\') {
            throw unreadable("a range that is not from a smaller to a larger character");
        }
        return point -> from <= point && point <= to;
    }

    private int point() {
        if (at >= regex.length()) {
            throw unreadable("unclosed [");
        }
        var point = regex.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }

    private IllegalArgumentException unreadable(String what) {
        return new IllegalArgumentException("regex \"" + regex + "\" cannot be read: " + what + " at " + at);
    }
}
