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
                && (!when.has("taskTypes") || texts("taskTypes").contains(seen.taskType()))
                && (!when.has("promptSays") || says(when.path("promptSays").textValue(), seen.prompt()));
    }

    private boolean fits(Medium medium) {
        var when = when();
        var side = when.path("sideBelow").asInt(0);
        var tooSmall = medium.width() > 0 && Math.min(medium.width(), medium.height()) < side;
        var longest = Duration.ofSeconds(when.path("secondsAbove").asLong(0));
        return texts("roles").contains(medium.role())
                && (side == 0 || tooSmall)
                && (longest.isZero() || medium.length().compareTo(longest) > 0)
                && (!when.has("face") || medium.face())
                && (!when.has("unfetchable") || medium.unfetchable());
    }

    private static boolean says(String words, String prompt) {
        return Pattern.compile("\\b(?:" + words + ")\\b")
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
