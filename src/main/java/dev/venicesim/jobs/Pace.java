package dev.venicesim.jobs;

import dev.venicesim.time.Durations;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long jobs take, as a world or a rule sets it. */
public sealed interface Pace {

    /** Polls of a {@code polls} setting that names no number. */
    int DEFAULT_POLLS = 2;

    /** As long as the model takes in production. */
    record Realistic() implements Pace {}

    /** A fixed time by the world's clock. */
    record Timed(Duration duration) implements Pace {}

    /** Until so many retrieves have answered PROCESSING, whatever the clock says. */
    record Polls(int count) implements Pace {
        public Polls {
            if (count < 0) {
                throw new IllegalArgumentException("polls must be 0 or more, not " + count);
            }
        }
    }

    /**
     * Reads {@code realistic}, a duration such as {@code 5s}, {@code polls} or {@code polls:N}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Pace parse(String text) {
        if (text.equals("realistic")) {
            return new Realistic();
        }
        var polls = PollsForm.PATTERN.matcher(text);
        if (polls.matches()) {
            return new Polls(polls.group(1) == null ? DEFAULT_POLLS : Integer.parseInt(polls.group(1)));
        }
        try {
            return new Timed(Durations.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a job time is realistic, a duration such as 5s, or polls:N; not \"" + text + "\"", e);
        }
    }

    /** The form {@link #parse} reads. */
    default String text() {
        if (this instanceof Polls polls) {
            return "polls:" + polls.count();
        }
        return this instanceof Timed timed ? Durations.format(timed.duration()) : "realistic";
    }

    /** Holds the pattern, since an interface's fields are public. */
    final class PollsForm {
        private static final Pattern PATTERN = Pattern.compile("polls(?::(\\d{1,6}))?");

        private PollsForm() {}
    }
}
