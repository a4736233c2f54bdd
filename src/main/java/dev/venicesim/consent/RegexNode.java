package dev.venicesim.consent;

import java.util.List;
import java.util.function.IntPredicate;

/** A regular expression as read. */
sealed interface RegexNode {

    /** One character of a kind. */
    record One(IntPredicate kind) implements RegexNode {}

    record InTurn(List<RegexNode> parts) implements RegexNode {}

    record Either(List<RegexNode> choices) implements RegexNode {}

    /**
     * A part several times over.
     *
     * @param most {@link #ENDLESS} for no end
     */
    record Repeat(RegexNode part, int least, int most) implements RegexNode {}

    /** A place, not a character. */
    enum Place implements RegexNode {
        START,
        END,
        WORD_EDGE,
        NO_WORD_EDGE
    }

    int ENDLESS = -1;
}
