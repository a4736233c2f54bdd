package dev.venicesim.error;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from a request's root to a value: {@code elements, 0, video_url}.
 *
 * @param steps names as {@code String}, indexes as {@code Integer}; empty for the root
 */
public record ViolationPath(List<Object> steps) {

    /** The request itself. */
    public static final ViolationPath ROOT = new ViolationPath(List.of());

    public ViolationPath {
        steps = List.copyOf(steps);
    }

    public static ViolationPath of(String field) {
        return new ViolationPath(List.of(field));
    }

    public ViolationPath then(String field) {
        return longer(field);
    }

    public ViolationPath then(int index) {
        return longer(index);
    }

    private ViolationPath longer(Object step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new ViolationPath(more);
    }

    /** As a programmer would write it: {@code elements[0].video_url}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.isEmpty() ? "(body)" : text.toString();
    }
}
