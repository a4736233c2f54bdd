package dev.venicesim.contract.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Shrinker of a conversation: requests are left out, then members of their bodies, as long as the last reply still
 * differs. None is tried that might be paid for.
 */
final class Shrinker {

    private final Trial trial;
    private int left;

    /** Trial of fewer requests: whether the last reply still differs in the same place. */
    @FunctionalInterface
    interface Trial {
        boolean differs(List<ScriptedCall> calls) throws InterruptedException;
    }

    /**
     * @param most trials that may be made
     */
    Shrinker(Trial trial, int most) {
        this.trial = trial;
        this.left = most;
    }

    List<ScriptedCall> shrunk(List<ScriptedCall> calls) throws InterruptedException {
        return withLess(withFewer(calls));
    }

    /** The last request alone, if that will do; else whole stretches before it are left out, ever shorter ones. */
    private List<ScriptedCall> withFewer(List<ScriptedCall> calls) throws InterruptedException {
        var kept = calls;
        for (var stretch = calls.size() - 1; stretch > 0; stretch /= 2) {
            for (var from = 0; from < kept.size() - 1; ) {
                var to = Math.min(from + stretch, kept.size() - 1);
                var fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(to, kept.size()));
                if (holds(fewer)) {
                    kept = fewer;
                } else {
                    from = to;
                }
            }
        }
        return kept;
    }

    private List<ScriptedCall> withLess(List<ScriptedCall> calls) throws InterruptedException {
        var kept = new ArrayList<>(calls);
        for (var at = kept.size() - 1; at >= 0; at--) {
            var body = kept.get(at).object();
            if (body.isEmpty()) {
                continue;
            }
            for (var name : List.copyOf(names(body.get()))) {
                var smaller = body.get().deepCopy();
                smaller.remove(name);
                var fewer = new ArrayList<>(kept);
                fewer.set(at, kept.get(at).with(ScriptedCall.text(smaller)));
                if (holds(fewer)) {
                    kept = fewer;
                    body.get().remove(name);
                }
            }
        }
        return kept;
    }

    private static List<String> names(com.fasterxml.jackson.databind.node.ObjectNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private boolean holds(List<ScriptedCall> calls) throws InterruptedException {
        return calls.stream().noneMatch(ScriptedCall::mayBeTaken) && left-- > 0 && trial.differs(calls);
    }
}
