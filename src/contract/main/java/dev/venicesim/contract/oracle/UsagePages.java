package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Oracle of what an account used: the rows of a page are as many as its count leaves it, and a table of them is a file. */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-in-pages, docs/api/billing.md#usage-as-csv")
final class UsagePages {

    private static final String FILE = "attachment; filename=\"?[\\w.-]+\\.csv\"?";

    private static final Map<String, String> HEADERS = Map.of(
            "x-pagination-limit", "limit",
            "x-pagination-page", "page",
            "x-pagination-total", "total",
            "x-pagination-total-pages", "totalPages");

    private UsagePages() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            if (Concern.USAGE.isOf(exchange)) {
                var body = exchange.reply().json();
                if (exchange.reply().header("content-type").orElse("").startsWith("text/csv")) {
                    file(exchange, found);
                    continue;
                }
                once(exchange, body.path("data"), found);
                if (exchange.asks("/billing/usage-history")) {
                    oldestFirst(exchange, body.path("data"), found);
                }
                if (body.path("pagination").isObject()) {
                    page(exchange, body.path("pagination"), body.path("data").size(), found);
                }
            }
        }
        return found;
    }

    private static void file(ObservedExchange exchange, List<Deviation> found) {
        if (!exchange.reply().header("content-disposition").orElse("").matches(FILE)) {
            found.add(exchange.header("content-disposition", "attachment, with the name of a .csv"));
        }
    }

    /** What a request used stands there once; rows that name no request may be of any two. */
    private static void once(ObservedExchange exchange, JsonNode rows, List<Deviation> found) {
        var seen = new HashSet<JsonNode>();
        for (var row : rows) {
            if (row.at("/inferenceDetails/requestId").isTextual() && !seen.add(row)) {
                found.add(exchange.at("/data", "each row once", "twice " + ReplyBodies.shown(row)));
            }
        }
    }

    private static void oldestFirst(ObservedExchange exchange, JsonNode rows, List<Deviation> found) {
        for (var index = 1; index < rows.size(); index++) {
            var before = rows.path(index - 1).path("timestamp").asText();
            var told = rows.path(index).path("timestamp").asText();
            // instants in one form, which sort as texts do
            if (before.length() == told.length() && before.compareTo(told) > 0) {
                found.add(exchange.at("/data/" + index + "/timestamp", "no earlier than " + before, told));
                return;
            }
        }
    }

    private static void page(ObservedExchange exchange, JsonNode pagination, int rows, List<Deviation> found) {
        HEADERS.forEach((header, member) -> {
            var told = pagination.path(member).asText();
            if (!exchange.reply().header(header).orElse("").equals(told)) {
                found.add(exchange.header(header, told + ", as /pagination/" + member + " says"));
            }
        });
        var limit = pagination.path("limit").asLong();
        var total = pagination.path("total").asLong();
        if (limit < 1) {
            return;
        }
        var pages = (total + limit - 1) / limit;
        var toldPages = pagination.path("totalPages").asLong();
        if (toldPages != pages && !(total == 0 && toldPages == 1)) {
            found.add(exchange.at("/pagination/totalPages", pages + ", for " + total + " rows", "" + toldPages));
        }
        var before = (pagination.path("page").asLong() - 1) * limit;
        var due = Math.max(0, Math.min(limit, total - before));
        if (rows != due) {
            found.add(exchange.at("/data", due + " rows of " + total, rows + " rows"));
        }
    }
}
