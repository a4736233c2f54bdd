package dev.venicesim.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.check.CheckResult;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Baseline of differences that somebody has accepted, each for a reason and until a day. A run is red for what is not in
 * it, for what has expired, and for what is in it and differs no more.
 */
public final class Baseline {

    private final Map<String, Accepted> accepted;

    private record Accepted(String reason, LocalDate until) {}

    private Baseline(Map<String, Accepted> accepted) {
        this.accepted = accepted;
    }

    /** Nothing is accepted. */
    public static Baseline none() {
        return new Baseline(Map.of());
    }

    /**
     * The baseline of a file: {@code {"accepted":[{"check":"headers.ray","reason":"...","until":"2027-01-31"}]}}.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    public static Baseline read(JsonNode json) {
        var accepted = new LinkedHashMap<String, Accepted>();
        for (var row : json.path("accepted")) {
            var check = row.path("check").asText();
            var reason = row.path("reason").asText();
            if (check.isEmpty() || reason.isEmpty()) {
                throw new IllegalArgumentException("baseline cannot hold " + row
                        + "; each row has a check, a reason, and until, the last day on which it is accepted");
            }
            accepted.put(check, new Accepted(reason, day(row)));
        }
        if (!json.path("accepted").isArray()) {
            throw new IllegalArgumentException("baseline cannot be a file without the list accepted");
        }
        return new Baseline(accepted);
    }

    private static LocalDate day(JsonNode row) {
        try {
            return LocalDate.parse(row.path("until").asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "baseline cannot hold until \"" + row.path("until").asText() + "\"; give a day such as 2027-01-31",
                    e);
        }
    }

    /** What makes a run red, in words; empty if it is green. */
    public List<String> objections(RunReport report, LocalDate today, boolean failsOnSkip) {
        var objections = new ArrayList<String>();
        for (var row : report.rows()) {
            var known = accepted.get(row.check().id());
            var differs = row.result() instanceof CheckResult.Differs;
            var saysNothing =
                    row.result() instanceof CheckResult.Skipped || row.result() instanceof CheckResult.Inconclusive;
            if (failsOnSkip && saysNothing) {
                objections.add(row.check().id() + " could say nothing");
            } else if (known == null && differs) {
                objections.add(row.check().id() + " differs");
            } else if (differs && known != null && today.isAfter(known.until())) {
                objections.add(row.check().id() + " differs, which was accepted until " + known.until() + ": "
                        + known.reason());
            } else if (known != null && row.result() instanceof CheckResult.Agrees) {
                objections.add(row.check().id() + " agrees, and the baseline accepts that it differs (" + known.reason()
                        + "); take it out");
            }
        }
        return objections;
    }
}
