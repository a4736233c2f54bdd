package dev.venicesim.limits;

import dev.venicesim.api.LimitClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * State of one subject: the windows it opened, its failures. Immutable; some hundred bytes for a client that queues and
 * polls.
 *
 * @param windows at most one for each call, only for calls that are limited and were made
 */
public record LimitState(List<RequestWindow> windows, FailureCount failures) {

    /** Of a subject that has asked for nothing yet. */
    public static final LimitState EMPTY = new LimitState(List.of(), FailureCount.NONE);

    public LimitState {
        windows = List.copyOf(windows);
    }

    /** When its windows close and its block ends, by the world's clock; instants that have passed among them. */
    public Stream<Instant> ends() {
        var closings = windows.stream().map(RequestWindow::resetsAtMillis);
        var block = Stream.of(failures.blockedUntilMillis()).filter(millis -> millis > 0);
        return Stream.concat(closings, block).map(Instant::ofEpochMilli);
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
        return new LimitState(replaced(index, changed), failures);
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
        return new LimitState(windows, changed);
    }
}
