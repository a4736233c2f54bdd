package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.error.PaymentErrors;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code GET /billing/usage-history} of edition 2026-08-21: oldest first, walked with cursors that carry their filters.
 */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-history")
public final class UsageHistory {

    /**
     * Where a walk stands and what it filters.
     *
     * @param from the first entry to look at, by its place in the account's history
     * @param currency empty for all
     * @param start inclusive
     * @param end exclusive
     */
    public record Query(long from, String currency, Instant start, Instant end, int pageSize) {

        boolean matches(LedgerEntry entry) {
            return entry.type().isUsage()
                    && (currency.isEmpty() || currency.equals(entry.currency().name()))
                    && !entry.at().isBefore(start)
                    && entry.at().isBefore(end);
        }

        Query continuedAt(long seq) {
            return new Query(seq, currency, start, end, pageSize);
        }
    }

    static final List<String> CURRENCIES = List.of("USD", "DIEM", "BUNDLED_CREDITS");

    private static final int MAX_CURSOR = 512;
    private static final int MAX_TIMESTAMP = 40;
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]+");
    private static final List<String> FILTERS = List.of("currency", "endTimestamp", "pageSize", "startTimestamp");

    private UsageHistory() {}

    /**
     * Reads the parameters.
     *
     * @param account whose history is walked: a cursor into entries it has folded away has expired
     * @param owner the world's id: a cursor issued to another is refused
     */
    public static ParsedQuery<Query> parse(Map<String, String> parameters, LedgerAccount account, String owner) {
        var read = new QueryReader(parameters);
        return read.text("cursor").isPresent() ? resumed(read, account, owner) : begun(read);
    }

    /** One page of the walk. */
    public static ObjectNode render(LedgerAccount account, Query query, String owner) {
        var ledger = account.ledger();
        var json = Json.object();
        var rows = json.putArray("data");
        for (var seq = Math.max(query.from(), ledger.folded()); seq < ledger.folded() + ledger.size(); seq++) {
            var entry = ledger.get((int) (seq - ledger.folded()));
            if (!query.matches(entry)) {
                continue;
            }
            if (rows.size() == query.pageSize()) {
                return json.put("nextCursor", Cursor.write(query.continuedAt(seq), owner));
            }
            rows.add(UsageRow.render(entry));
        }
        return json.putNull("nextCursor");
    }

    private static ParsedQuery<Query> resumed(QueryReader read, LedgerAccount account, String owner) {
        var cursor = read.text("cursor").orElseThrow();
        if (cursor.length() > MAX_CURSOR) {
            read.problem(ParameterProblem.tooLong("cursor", MAX_CURSOR));
        } else if (!CURSOR.matcher(cursor).matches()) {
            read.problem(ParameterProblem.badPattern("cursor"));
        } else if (FILTERS.stream().anyMatch(filter -> read.text(filter).isPresent())) {
            read.problem(ParameterProblem.custom("cursor", PaymentErrors.cursorNotAlone()));
        }
        var query = Cursor.read(cursor, owner)
                .filter(known -> known.from() >= account.ledger().folded());
        if (query.isEmpty() && !read.failed()) {
            read.problem(ParameterProblem.custom("cursor", PaymentErrors.invalidCursor()));
        }
        return read.finish(query::orElseThrow);
    }

    private static ParsedQuery<Query> begun(QueryReader read) {
        var currency = read.choice("currency", CURRENCIES, "");
        var end = timestamp(read, "endTimestamp", Instant.MAX);
        var pageSize = read.integer("pageSize", new QueryReader.Range(10, 1_000, 1_000));
        var start = timestamp(read, "startTimestamp", Instant.MIN);
        if (!end.isAfter(start)) {
            read.problem(ParameterProblem.custom("endTimestamp", PaymentErrors.endNotAfterStart()));
        }
        return read.finish(() -> new Query(0, currency, start, end, pageSize));
    }

    private static Instant timestamp(QueryReader read, String name, Instant otherwise) {
        var text = read.text(name).orElse("Z");
        if (text.length() > MAX_TIMESTAMP) {
            read.problem(ParameterProblem.tooLong(name, MAX_TIMESTAMP));
            return otherwise;
        }
        if (!text.endsWith("Z")) {
            read.problem(ParameterProblem.notADatetime(name));
            return otherwise;
        }
        return read.instant(name, otherwise);
    }
}
