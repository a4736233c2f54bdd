package dev.venicesim.scenario;

import dev.venicesim.error.JobErrors;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.jobs.Pace;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a prompt asks of the simulator: {@code [sim:refused]}, {@code [sim:fail]}, {@code [sim:capacity]}, {@code [sim:stuck]}, {@code [sim:violation]},
 * {@code [sim:time=90s]}, {@code [sim:polls=3]}. Of several outcomes, and of several times, the first counts; what is misspelt is ordinary text.
 *
 * @param violation whether the queue call is refused with 422
 */
public record MagicPrompt(Optional<Outcome> outcome, Optional<Pace> time, boolean violation) {

    private static final MagicPrompt NONE = new MagicPrompt(Optional.empty(), Optional.empty(), false);
    private static final Pattern MARK = Pattern.compile("\\[sim:([a-z]{1,12})(?:=([^\\[\\]\\s]{1,40}))?\\]");

    /** Reads a prompt, in time linear in its length. */
    static MagicPrompt read(String prompt) {
        var result = NONE;
        var from = prompt.indexOf("[sim:");
        if (from >= 0) {
            var marks = MARK.matcher(prompt);
            while (marks.find(from)) {
                from = marks.end();
                var value = marks.group(2);
                result = value == null ? result.with(marks.group(1)) : result.with(marks.group(1), value);
            }
        }
        return result;
    }

    private MagicPrompt with(String word) {
        return switch (word) {
            case "refused" -> ending(new Outcome.Refused(Optional.empty(), Optional.of(true)));
            case "fail" -> ending(new Outcome.Fails(JobErrors.INFERENCE_FAILED));
            case "capacity" -> ending(new Outcome.AtCapacity(OutcomeJson.DEFAULT_TIMES));
            case "stuck" -> ending(new Outcome.Stuck());
            case "violation" -> new MagicPrompt(outcome, time, true);
            default -> this;
        };
    }

    private MagicPrompt with(String word, String value) {
        try {
            return switch (word) {
                case "time" -> taking(Pace.parse(value));
                case "polls" -> taking(Pace.parse("polls:" + value));
                default -> this;
            };
        } catch (IllegalArgumentException e) {
            return this;
        }
    }

    private MagicPrompt ending(Outcome other) {
        return outcome.isPresent() ? this : new MagicPrompt(Optional.of(other), time, violation);
    }

    private MagicPrompt taking(Pace other) {
        return time.isPresent() ? this : new MagicPrompt(outcome, Optional.of(other), violation);
    }
}
