package dev.venicesim.limits;

import dev.venicesim.api.LimitClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * State of one subject: the windows it opened, its failures. Immutable; some hundred bytes for a client that queues and
 * polls.
 *
 * @param windows at most one for each call, only for calls that are limited and were made
 * @param failures of all its requests together, where models have no budgets of their own
 * @param failuresByModel where they have; by the id that was asked for, empty for requests without one
 */
public record LimitState(
        List<RequestWindow> windows, FailureCount failures, Map<String, FailureCount> failuresByModel) {

    /** Of a subject that has asked for nothing yet. */
    public static final LimitState EMPTY = new LimitState(List.of(), FailureCount.NONE, Map.of());

    /** Failures under more ids than that at once are those of somebody who makes ids up. */
    private static final int MOST_MODELS = 256;

    public LimitState {
        windows = List.copyOf(windows);
        failuresByModel = Map.copyOf(failuresByModel);
    }

    /** When its windows close and its block ends, by the world's clock; instants that have passed among them. */
    public Stream<Instant> ends() {
        var closings = windows.stream().map(RequestWindow::resetsAtMillis);
        var blocks = Stream.concat(Stream.of(failures), failuresByModel.values().stream())
                .map(FailureCount::blockedUntilMillis)
                .filter(millis -> millis > 0);
        return Stream.concat(closings, blocks).map(Instant::ofEpochMilli);
    }

    /** The count that a request is held to: a block of everything counts before that of a model. */
    FailureCount failures(String model, FailedBudget budget, long nowMillis) {
        return budget.observed() && !failures.blocks(nowMillis)
                ? failuresByModel.getOrDefault(model, FailureCount.NONE)
                : failures;
    }

    /** This state with one more failure under an id; counts that are over are left out. */
    LimitState oneMore(String model, FailedBudget budget, long nowMillis) {
        if (!budget.observed()) {
            return with(failures.oneMore(nowMillis, budget));
        }
        var counts = new HashMap<String, FailureCount>();
        failuresByModel.forEach((id, count) -> {
            if (count.blocks(nowMillis) || count.openAt(nowMillis, budget)) {
                counts.put(id, count);
            }
        });
        if (counts.size() < MOST_MODELS || counts.containsKey(model)) {
            counts.merge(
                    model,
                    FailureCount.NONE.oneMore(nowMillis, budget),
                    (before, first) -> before.oneMore(nowMillis, budget));
        }
        return new LimitState(windows, failures, counts);
    }

    RequestWindow window(LimitClass call, long nowMillis) {
        for (var i = 0; i < windows.size(); i++) {
            var window = windows.get(i);
            if (window.call() == call) {
                return window.at(nowMillis);
            }
        }
        return RequestWindow.opened(call, nowMillis);
    }

    LimitState with(RequestWindow changed) {
        var index = 0;
        while (index < windows.size() && windows.get(index).call() != changed.call()) {
            index++;
        }
        return new LimitState(replaced(index, changed), failures, failuresByModel);
    }

    private List<RequestWindow> replaced(int index, RequestWindow changed) {
        // the two usual sizes without a copy through an array: this runs on every status poll
        if (index == 0 && windows.size() <= 1) {
            return List.of(changed);
        }
        if (windows.size() == 2 && index < 2) {
            return index == 0 ? List.of(changed, windows.get(1)) : List.of(windows.get(0), changed);
        }
        var copy = new ArrayList<>(windows);
        if (index == copy.size()) {
            copy.add(changed);
        } else {
            copy.set(index, changed);
        }
        return copy;
    }

    LimitState with(FailureCount changed) {
        return new LimitState(windows, changed, failuresByModel);
    }
}
