package dev.venicesim.scenario;

import dev.venicesim.error.JobErrors;
import dev.venicesim.jobs.LateFailures;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.jobs.Pace;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Markers by which a prompt decides about its job: {@code [sim:refused]}, {@code [sim:fail]}, {@code [sim:capacity]},
 * {@code [sim:stuck]}, {@code [sim:violation]}, {@code [sim:time=90s]}, {@code [sim:polls=3]},
 * {@code [sim:late=tiny-picture]}. Of several outcomes, and of several times, the first counts; what is misspelt is
 * ordinary text, and is told.
 *
 * @param violation whether the queue call is refused with 422
 * @param unknown what looks like a marker and is none, as written
 */
public record MagicPrompt(Optional<Outcome> outcome, Optional<Pace> time, boolean violation, List<String> unknown) {

    /** The markers, as people are told of them. */
    static final String MARKERS =
            "[sim:refused], [sim:fail], [sim:capacity], [sim:violation], [sim:stuck], [sim:time=90s], [sim:polls=3], [sim:late=tiny-picture]";

    private static final MagicPrompt NONE = new MagicPrompt(Optional.empty(), Optional.empty(), false, List.of());
    private static final Pattern MARK =
            Pattern.compile("\\[(sim|SIM|Sim):([^\\[\\]=]{0,12})(?:=([^\\[\\]\\s]{1,40}))?\\]");
    private static final int MOST_UNKNOWN = 5;

    /** Reads a prompt, in time linear in its length. */
    static MagicPrompt read(String prompt) {
        var result = NONE;
        var from = prompt.indexOf('[');
        if (from >= 0) {
            var marks = MARK.matcher(prompt);
            while (marks.find(from)) {
                from = marks.end();
                result = result.with(marks).orElse(result.withUnknown(marks.group()));
            }
        }
        return result;
    }

    private Optional<MagicPrompt> with(MatchResult mark) {
        if (!mark.group(1).equals("sim")) {
            return Optional.empty();
        }
        var value = mark.group(3);
        return value == null ? with(mark.group(2)) : with(mark.group(2), value);
    }

    /** Empty if there is no such marker. */
    private Optional<MagicPrompt> with(String word) {
        return switch (word) {
            case "refused" -> Optional.of(ending(new Outcome.Refused(Optional.empty(), Optional.of(true))));
            case "fail" -> Optional.of(ending(new Outcome.Fails(JobErrors.INFERENCE_FAILED)));
            case "capacity" -> Optional.of(ending(new Outcome.AtCapacity(OutcomeJson.DEFAULT_TIMES)));
            case "stuck" -> Optional.of(ending(new Outcome.Stuck()));
            case "violation" -> Optional.of(new MagicPrompt(outcome, time, true, unknown));
            default -> Optional.empty();
        };
    }

    private Optional<MagicPrompt> with(String word, String value) {
        try {
            return switch (word) {
                case "time" -> Optional.of(taking(Pace.parse(value)));
                case "polls" -> Optional.of(taking(Pace.parse("polls:" + value)));
                case "late" -> LateFailures.named(value).map(this::ending);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private MagicPrompt withUnknown(String mark) {
        var all = Stream.concat(unknown.stream(), Stream.of(mark))
                .limit(MOST_UNKNOWN)
                .toList();
        return new MagicPrompt(outcome, time, violation, all);
    }

    private MagicPrompt ending(Outcome other) {
        return outcome.isPresent() ? this : new MagicPrompt(Optional.of(other), time, violation, unknown);
    }

    private MagicPrompt taking(Pace other) {
        return time.isPresent() ? this : new MagicPrompt(outcome, Optional.of(other), violation, unknown);
    }
}
