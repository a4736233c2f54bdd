package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /billing/usage} of edition 2026-06-17: numbered pages. Edition 2026-08-21 answers
 * {@link dev.venicesim.error.PaymentErrors#billingUsageSunset()} to everybody.
 *
 * @param body the reply
 * @param headers the four {@code x-pagination} headers
 */
@Verified(on = "2026-06-17", source = "docs/api/billing.md#usage-in-pages")
public record UsagePage(ObjectNode body, Map<String, String> headers) {

    /**
     * What is asked for.
     *
     * @param currency empty for all
     * @param start inclusive
     * @param end inclusive
     */
    public record Query(String currency, Instant start, Instant end, int limit, int page, boolean ascending) {

        boolean matches(LedgerEntry entry) {
            return entry.type().isUsage()
                    && (currency.isEmpty() || currency.equals(entry.currency().name()))
                    && !entry.at().isBefore(start)
                    && !entry.at().isAfter(end);
        }
    }

    private static final List<String> CURRENCIES = List.of("USD", "VCU", "DIEM", "BUNDLED_CREDITS");

    public static ParsedQuery<Query> parse(Map<String, String> parameters) {
        var read = new QueryReader(parameters);
        var currency = read.choice("currency", CURRENCIES, "");
        var end = read.instant("endDate", Instant.MAX);
        var limit = read.positive("limit", 500, 200);
        var page = read.positive("page", Integer.MAX_VALUE, 1);
        var order = read.choice("sortOrder", List.of("asc", "desc"), "desc");
        var start = read.instant("startDate", Instant.MIN);
        return read.finish(() -> new Query(currency, start, end, limit, page, order.equals("asc")));
    }

    public static UsagePage render(LedgerAccount account, Query query) {
        var found = new ArrayList<LedgerEntry>();
        account.ledger().entries().stream().filter(query::matches).forEach(found::add);
        if (!query.ascending()) {
            Collections.reverse(found);
        }
        var total = found.size();
        var pages = (total + query.limit() - 1) / query.limit();
        var body = Json.object();
        var rows = body.putArray("data");
        var skipped = (long) (query.page() - 1) * query.limit();
        found.stream().skip(skipped).limit(query.limit()).map(UsageRow::render).forEach(rows::add);
        body.putObject("pagination")
                .put("limit", query.limit())
                .put("page", query.page())
                .put("total", total)
                .put("totalPages", pages);
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-pagination-limit", Integer.toString(query.limit()));
        headers.put("x-pagination-page", Integer.toString(query.page()));
        headers.put("x-pagination-total", Integer.toString(total));
        headers.put("x-pagination-total-pages", Integer.toString(pages));
        return new UsagePage(body, headers);
    }
}
