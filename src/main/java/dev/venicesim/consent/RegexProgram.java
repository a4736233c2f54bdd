package dev.venicesim.consent;

import dev.venicesim.consent.RegexNode.Either;
import dev.venicesim.consent.RegexNode.InTurn;
import dev.venicesim.consent.RegexNode.One;
import dev.venicesim.consent.RegexNode.Place;
import dev.venicesim.consent.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression as states, all of which are followed at once (Thompson 1968): each character of a text is looked at once by each state, so no expression
 * takes longer than its length times the text's.
 */
final class RegexProgram {

    /** Most states an expression may come to. */
    static final int MAX_STATES = 1000;

    private sealed interface Step {
        record Take(One one) implements Step {}

        record At(Place place) implements Step {}

        record Fork(int first, int second) implements Step {}

        record Found() implements Step {}
    }

    private final List<Step> steps = new ArrayList<>();
    private int visits;

    RegexProgram(RegexNode root) {
        compile(root);
        emit(new Step.Found());
    }

    private void compile(RegexNode node) {
        // an empty part adds no state however often it is repeated, so visits are bounded too
        if (++visits > 4 * MAX_STATES) {
            throw tooLarge();
        }
        if (node instanceof One one) {
            emit(new Step.Take(one));
        } else if (node instanceof Place place) {
            emit(new Step.At(place));
        } else if (node instanceof InTurn inTurn) {
            inTurn.parts().forEach(this::compile);
        } else if (node instanceof Either either) {
            either(either.choices());
        } else if (node instanceof Repeat repeat) {
            repeat(repeat);
        }
    }

    private void either(List<RegexNode> choices) {
        var exits = new ArrayList<Integer>();
        for (var choice : choices.subList(0, choices.size() - 1)) {
            var fork = emit(new Step.Found());
            compile(choice);
            exits.add(emit(new Step.Found()));
            steps.set(fork, new Step.Fork(fork + 1, steps.size()));
        }
        compile(choices.get(choices.size() - 1));
        exits.forEach(exit -> steps.set(exit, new Step.Fork(steps.size(), steps.size())));
    }

    private void repeat(Repeat repeat) {
        for (var i = 0; i < repeat.least(); i++) {
            compile(repeat.part());
        }
        if (repeat.most() == RegexNode.ENDLESS) {
            var fork = emit(new Step.Found());
            compile(repeat.part());
            emit(new Step.Fork(fork, fork));
            steps.set(fork, new Step.Fork(fork + 1, steps.size()));
            return;
        }
        for (var i = repeat.least(); i < repeat.most(); i++) {
            var fork = emit(new Step.Found());
            compile(repeat.part());
            steps.set(fork, new Step.Fork(fork + 1, steps.size()));
        }
    }

    private int emit(Step step) {
        if (steps.size() >= MAX_STATES) {
            throw tooLarge();
        }
        steps.add(step);
        return steps.size() - 1;
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(
                "a regex comes to at most " + MAX_STATES + " states; write a shorter one or repeat less");
    }

    /** Whether the expression is found anywhere in the text. */
    boolean find(int[] text) {
        var here = new int[steps.size()];
        var count = 0;
        for (var at = 0; ; at++) {
            var run = new Run(text, at);
            for (var i = 0; i < count; i++) {
                run.follow(here[i]);
            }
            run.follow(0);
            if (run.found) {
                return true;
            }
            if (at == text.length) {
                return false;
            }
            count = 0;
            for (var i = 0; i < run.takers; i++) {
                var state = run.taking[i];
                if (((Step.Take) steps.get(state)).one().kind().test(text[at])) {
                    here[count++] = state + 1;
                }
            }
        }
    }

    /** The states reached at one place of a text. */
    private final class Run {
        private final int[] text;
        private final int at;
        private final boolean[] seen = new boolean[steps.size()];
        private final int[] pending = new int[2 * steps.size() + 2];
        private final int[] taking = new int[steps.size()];
        private int takers;
        private boolean found;

        Run(int[] text, int at) {
            this.text = text;
            this.at = at;
        }

        void follow(int start) {
            var depth = 0;
            pending[depth++] = start;
            while (depth > 0) {
                var state = pending[--depth];
                if (!seen[state]) {
                    seen[state] = true;
                    depth = enter(state, depth);
                }
            }
        }

        private int enter(int state, int depth) {
            var step = steps.get(state);
            var next = depth;
            if (step instanceof Step.Take) {
                taking[takers++] = state;
            } else if (step instanceof Step.Fork fork) {
                pending[next++] = fork.first();
                pending[next++] = fork.second();
            } else if (step instanceof Step.At edge) {
                if (holds(edge.place())) {
                    pending[next++] = state + 1;
                }
            } else {
                found = true;
            }
            return next;
        }

        private boolean holds(Place place) {
            return switch (place) {
                case START -> at == 0;
                case END -> at == text.length;
                case WORD_EDGE -> isWord(at - 1) != isWord(at);
                case NO_WORD_EDGE -> isWord(at - 1) == isWord(at);
            };
        }

        private boolean isWord(int index) {
            return index >= 0 && index < text.length && RegexClass.isWord(text[index]);
        }
    }
}
