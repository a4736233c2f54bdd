package dev.venicesim.jobs;

import dev.venicesim.time.Durations;
import java.time.Duration;
import java.util.regex.Pattern;

/** Pace of jobs: how long they take, as a world or a rule sets it. */
public sealed interface Pace {

    /** Polls of a {@code polls} setting that names no number. */
    int DEFAULT_POLLS = 2;

    /** As long as the model takes in production. */
    record Realistic() implements Pace {
        @Override
        public String text() {
            return "realistic";
        }

        @Override
        public String words() {
            return "done in the time that its model takes in production";
        }
    }

    /** A fixed time by the world's clock. */
    record Timed(Duration duration) implements Pace {
        @Override
        public String text() {
            return Durations.format(duration);
        }

        @Override
        public String words() {
            return "done in " + text();
        }
    }

    /** Until so many retrieves have answered PROCESSING, whatever the clock says. */
    record Polls(int count) implements Pace {
        public Polls {
            if (count < 0) {
                throw new IllegalArgumentException("polls must be 0 or more, not " + count);
            }
        }

        @Override
        public String text() {
            return "polls:" + count;
        }

        @Override
        public String words() {
            return count == 1 ? "done after 1 poll" : "done after " + count + " polls";
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
    String text();

    /** When a job is done, in words for people. */
    String words();

    /** Holds the pattern, since an interface's fields are public. */
    final class PollsForm {
        private static final Pattern PATTERN = Pattern.compile("polls(?::(\\d{1,6}))?");

        private PollsForm() {}
    }
}
