package dev.venicesim.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Glob;
import dev.venicesim.jobs.LateFailures.Medium;
import dev.venicesim.jobs.LateFailures.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One kind of input that the API takes and its provider does not, as {@code editions/failures.json} describes it. */
record LateFailure(String name, JsonNode row) {

    /**
     * The start of a text or of a sentence or part of one, a reference, a word of asking, or an "and" after another
     * order; all runs are bounded, as a prompt may be long.
     */
    private static final String WHERE_AN_ORDER_BEGINS = "(?:^\\s*|[.!?;:,>)\\]\\n]\\s{0,4}|@\\w{1,20}\\s{1,4}"
            + "|\\b(?:please|strictly|then|now|also|just|you|we|want to|like to|need to|task is to|should|must)\\s{1,4}"
            + "|\\b(?:keep|keeping|take|use|using|leave|preserve|retain|replace|remove|add|turn|make|change)\\b[^.!?]{0,120}\\band\\s{1,4})"
            + "(?:please\\s{1,4})?";

    /** A forged header may claim a length that overflows a sum. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** What becomes of a job with such an input; nothing if the request has none. */
    Optional<Outcome> strike(Seen seen) {
        return fits(seen)
                ? seen.media().stream()
                        .filter(this::fits)
                        .findFirst()
                        .map(this::outcome)
                        .or(() -> needsNoMedium())
                : Optional.empty();
    }

    /** What becomes of a job that is to fail so without such an input. */
    Outcome outcome() {
        return outcome(new Medium("", 1, 1, Duration.ZERO, false, false));
    }

    private Optional<Outcome> needsNoMedium() {
        return when().has("roles") ? Optional.empty() : Optional.of(outcome());
    }

    private boolean fits(Seen seen) {
        var when = when();
        return (!when.has("models") || texts("models").stream().anyMatch(glob -> new Glob(glob).matches(seen.model())))
                && (!when.has("elementWithBoth") || seen.elementWithBoth())
                && (!when.has("fixedDuration") || seen.fixedDuration())
                && (!when.has("totalSecondsAbove")
                        || total(seen)
                                        .compareTo(Duration.ofSeconds(
                                                when.path("totalSecondsAbove").asLong()))
                                > 0)
                && (!when.has("taskTypes") || texts("taskTypes").contains(seen.taskType()))
                && (!when.has("promptOrders")
                        || texts("ordersByItself").contains(seen.taskType())
                        || texts("promptOrders").stream().anyMatch(order -> says(order, seen.prompt())));
    }

    /** How long the media of its roles are together. */
    private Duration total(Seen seen) {
        return seen.media().stream()
                .filter(medium -> texts("roles").contains(medium.role()))
                .map(medium -> medium.length().compareTo(LONGEST) > 0 ? LONGEST : medium.length())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private boolean fits(Medium medium) {
        var when = when();
        var side = when.path("sideBelow").asInt(0);
        var tooSmall = medium.width() > 0 && Math.min(medium.width(), medium.height()) < side;
        return texts("roles").contains(medium.role())
                && (side == 0 || tooSmall)
                && (!when.has("face") || medium.face())
                && (!when.has("unfetchable") || medium.unfetchable());
    }

    private static boolean says(String order, String prompt) {
        return Pattern.compile(WHERE_AN_ORDER_BEGINS + "(?:" + order + ")")
                .matcher(prompt.toLowerCase(Locale.ROOT))
                .find();
    }

    private Outcome outcome(Medium medium) {
        var message = row.path("message")
                .textValue()
                .replace("{width}", Integer.toString(medium.width()))
                .replace("{height}", Integer.toString(medium.height()));
        var status = row.path("status").intValue();
        var refunded = row.path("refunded").booleanValue();
        return status < 500 ? new Outcome.Rejected(status, message, refunded) : new Outcome.Fails(message, refunded);
    }

    private JsonNode when() {
        return row.path("when");
    }

    private List<String> texts(String key) {
        var texts = new ArrayList<String>();
        when().path(key).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
