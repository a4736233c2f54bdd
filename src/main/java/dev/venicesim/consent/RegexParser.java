package dev.venicesim.consent;

import dev.venicesim.consent.RegexNode.Either;
import dev.venicesim.consent.RegexNode.InTurn;
import dev.venicesim.consent.RegexNode.One;
import dev.venicesim.consent.RegexNode.Place;
import dev.venicesim.consent.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.function.IntPredicate;

/** Reads the expressions {@link SafePattern} describes. */
final class RegexParser {

    private static final int MAX_DEPTH = 50;

    private final String regex;
    private final boolean anyCase;
    private int at;
    private int depth;

    private RegexParser(String regex) {
        this.regex = regex;
        anyCase = regex.startsWith("(?i)");
        at = anyCase ? 4 : 0;
    }

    static RegexNode parse(String regex) {
        var parser = new RegexParser(regex);
        var node = parser.either();
        if (parser.more()) {
            throw parser.unreadable("unopened )");
        }
        return node;
    }

    private RegexNode either() {
        if (++depth > MAX_DEPTH) {
            throw unreadable("groups nested deeper than " + MAX_DEPTH);
        }
        var choices = new ArrayList<RegexNode>();
        choices.add(inTurn());
        while (take('|')) {
            choices.add(inTurn());
        }
        depth--;
        return choices.size() == 1 ? choices.get(0) : new Either(choices);
    }

    private RegexNode inTurn() {
        var parts = new ArrayList<RegexNode>();
        while (more() && peek() != '|' && peek() != ')') {
            parts.add(repeated(atom()));
        }
        return new InTurn(parts);
    }

    private RegexNode repeated(RegexNode part) {
        RegexNode whole;
        if (take('*')) {
            whole = new Repeat(part, 0, RegexNode.ENDLESS);
        } else if (take('+')) {
            whole = new Repeat(part, 1, RegexNode.ENDLESS);
        } else if (take('?')) {
            whole = new Repeat(part, 0, 1);
        } else if (take('{')) {
            whole = counted(part);
        } else {
            return part;
        }
        take('?'); // lazy or greedy is the same to one who only asks whether it is found
        if (more() && "*+?{".indexOf(peek()) >= 0) {
            throw unreadable("a second quantifier");
        }
        return whole;
    }

    private RegexNode counted(RegexNode part) {
        var least = number();
        var most = least;
        if (take(',')) {
            most = more() && peek() == '}' ? RegexNode.ENDLESS : number();
        }
        if (!take('}') || (most != RegexNode.ENDLESS && most < least)) {
            throw unreadable("a count that is not {n}, {n,} or {n,m}");
        }
        return new Repeat(part, least, most);
    }

    private int number() {
        var start = at;
        while (more() && peek() >= '0' && peek() <= '9' && at - start < 4) {
            at++;
        }
        if (at == start) {
            throw unreadable("a count that is not {n}, {n,} or {n,m}");
        }
        return Integer.parseInt(regex.substring(start, at));
    }

    private RegexNode atom() {
        var point = next();
        return switch (point) {
            case '(' -> group();
            case '[' -> new One(folded(new RegexClass(regex, at, this::resume).read()));
            case '.' -> new One(any -> any != '\n');
            case '^' -> Place.START;
            case '$' -> Place.END;
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw unreadable("a quantifier with nothing before it");
            default -> new One(folded(other -> other == point));
        };
    }

    private RegexNode group() {
        if (take('?') && !take(':')) {
            throw unreadable("only (?:...) and a leading (?i) are understood");
        }
        var inside = either();
        if (!take(')')) {
            throw unreadable("unclosed (");
        }
        return inside;
    }

    private RegexNode escape() {
        if (take('b')) {
            return Place.WORD_EDGE;
        }
        if (take('B')) {
            return Place.NO_WORD_EDGE;
        }
        if (!more()) {
            throw unreadable("nothing after \\");
        }
        var letter = next();
        return new One(folded(RegexClass.escaped(letter).orElseThrow(() -> unreadable("unknown escape"))));
    }

    private IntPredicate folded(IntPredicate kind) {
        if (!anyCase) {
            return kind;
        }
        return point ->
                kind.test(point) || kind.test(Character.toLowerCase(point)) || kind.test(Character.toUpperCase(point));
    }

    private void resume(int position) {
        at = position;
    }

    private boolean more() {
        return at < regex.length();
    }

    private int peek() {
        return regex.codePointAt(at);
    }

    private int next() {
        var point = peek();
        at += Character.charCount(point);
        return point;
    }

    private boolean take(char wanted) {
        if (more() && regex.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException unreadable(String what) {
        return new IllegalArgumentException("regex \"" + regex + "\" cannot be read: " + what + " at " + at);
    }
}
