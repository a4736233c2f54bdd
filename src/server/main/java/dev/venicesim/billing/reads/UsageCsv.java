package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of usage as CSV (RFC 4180): a heading, then a line per row. The file names are documented; the columns are not
 * and are ours, the JSON row's fields with {@code inferenceDetails} laid flat.
 */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-as-csv")
public final class UsageCsv {

    public static final String TYPE = "text/csv; charset=utf-8";

    private static final List<String> COLUMNS =
            List.of("timestamp", "sku", "pricePerUnitUsd", "units", "amount", "currency", "notes");
    private static final List<String> DETAILS =
            List.of("requestId", "inferenceExecutionTime", "promptTokens", "completionTokens");
    private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UsageCsv() {}

    /** Whether an {@code Accept} header asks for CSV: it is enough that it names the type. */
    public static boolean isAskedFor(String accept) {
        return accept.toLowerCase(Locale.ROOT).contains("text/csv");
    }

    /** The file name of a numbered page. */
    public static String usageAttachment() {
        return "attachment; filename=billing_usage.csv";
    }

    /** The file name of a page of the history, stamped with the instant of the export. */
    public static String historyAttachment(Instant now) {
        return "attachment; filename=billing-usage-history-" + STAMP.format(now) + ".csv";
    }

    /** The rows of a page in UTF-8. */
    public static byte[] render(ObjectNode page) {
        var lines = new StringJoiner("\r\n", "", "\r\n");
        lines.add(String.join(
                ",", Stream.concat(COLUMNS.stream(), DETAILS.stream()).toList()));
        for (var row : page.path("data")) {
            lines.add(line(row));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(JsonNode row) {
        var details = row.path("inferenceDetails");
        return Stream.concat(COLUMNS.stream().map(row::path), DETAILS.stream().map(details::path))
                .map(UsageCsv::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(JsonNode value) {
        var text = value.isNull() ? "" : value.asText();
        return TO_QUOTE.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
