package dev.venicesim.billing.reads;

import dev.venicesim.api.Verified;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.error.PaymentErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The window of {@code GET /billing/usage-analytics}.
 *
 * @param label as the reply repeats it: {@code 7d} or {@code 2024-01-01:2024-01-31}
 * @param start inclusive
 * @param end exclusive
 */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-sums")
public record AnalyticsQuery(String label, Instant start, Instant end) {

    private static final int MAX_DAYS = 90;
    private static final Pattern LOOKBACK = Pattern.compile("[1-9]\\d*d");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Reads the parameters; dates win over a lookback. */
    public static ParsedQuery<AnalyticsQuery> parse(Map<String, String> parameters, Instant now) {
        var read = new QueryReader(parameters);
        var lookback = read.text("lookback").orElse("7d");
        var days = days(read, lookback);
        var start = date(read, "startDate");
        var end = date(read, "endDate");
        var starts = read.text("startDate").isPresent();
        if (starts != read.text("endDate").isPresent()) {
            read.problem(ParameterProblem.custom(starts ? "endDate" : "startDate", PaymentErrors.datesComeInPairs()));
        } else if (end.isBefore(start)) {
            read.problem(ParameterProblem.custom("endDate", PaymentErrors.datesReversed()));
        }
        return read.finish(() -> starts
                ? new AnalyticsQuery(start + ":" + end, midnight(start), midnight(end.plusDays(1)))
                : new AnalyticsQuery(lookback, now.minus(Duration.ofDays(days)), Instant.MAX));
    }

    /** The same window as it was asked for at another instant; one of dates is always the same. */
    public AnalyticsQuery at(Instant asked, Instant other) {
        return end.equals(Instant.MAX)
                ? new AnalyticsQuery(label, start.minus(Duration.between(other, asked)), end)
                : this;
    }

    private static int days(QueryReader read, String lookback) {
        if (!LOOKBACK.matcher(lookback).matches()) {
            read.problem(ParameterProblem.badPattern("lookback"));
            return 1;
        }
        if (lookback.length() > 3 || Integer.parseInt(lookback.substring(0, lookback.length() - 1)) > MAX_DAYS) {
            read.problem(ParameterProblem.custom("lookback", PaymentErrors.lookbackTooLong()));
            return 1;
        }
        return Integer.parseInt(lookback.substring(0, lookback.length() - 1));
    }

    private static LocalDate date(QueryReader read, String name) {
        var text = read.text(name).orElse("1970-01-01");
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // digits in the right places, but no such day: the same answer as for any other text
        }
        read.problem(ParameterProblem.badPattern(name));
        return LocalDate.EPOCH;
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
