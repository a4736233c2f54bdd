package dev.venicesim.contract.history;

import dev.venicesim.contract.history.HistorySeries.Spell;
import dev.venicesim.contract.report.Markup;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** History as one self-contained page: over the runs, how many results of each kind, what differs since when, money. */
public final class HistoryPage {

    private static final int MOST_RUNS = 400;
    private static final int MOST_SPELLS = 200;

    private HistoryPage() {}

    public static String of(List<HistoryEntry> entries) {
        var body = new StringBuilder();
        if (entries.isEmpty()) {
            body.append("<p>No run yet.</p>\n");
        }
        HistorySeries.of(entries).forEach(series -> body.append(section(series)));
        return Markup.page("Venice API history", body.toString());
    }

    private static String section(HistorySeries series) {
        var last = series.last();
        var shown = last(series.runs(), MOST_RUNS);
        var text = new StringBuilder("<h2>" + Markup.escaped(series.name()) + "</h2>\n<p>");
        text.append(series.runs().size()).append(series.runs().size() == 1 ? " run" : " runs");
        text.append(", the last ")
                .append(time(last.at()))
                .append(", which ended with ")
                .append(last.exit());
        text.append(". Its results:</p>\n").append(tiles(last));
        text.append(HistoryBars.results(shown));
        text.append(spells(series.spells()));
        text.append(money(series, shown));
        return text.append(runs(shown)).toString();
    }

    private static String tiles(HistoryEntry last) {
        return Markup.tiles(last.counts().entrySet().stream()
                .map(count -> new Markup.Tile(ResultKind.style(count.getKey()), count.getValue(), count.getKey()))
                .toList());
    }

    private static String spells(List<Spell> spells) {
        if (spells.isEmpty()) {
            return "<p>Nothing has differed.</p>\n";
        }
        var rows = new StringBuilder();
        spells.stream()
                .limit(MOST_SPELLS)
                .forEach(spell -> rows.append("<tr><td><code>")
                        .append(Markup.escaped(spell.id()))
                        .append("</code></td><td>")
                        .append(time(spell.since()))
                        .append("</td><td>")
                        .append(time(spell.until()))
                        .append("</td><td>")
                        .append(spell.times())
                        .append("</td>")
                        .append(spell.again()
                                .map(at -> "<td class=\"agrees\">no more since " + time(at))
                                .orElse("<td class=\"differs\">still differs"))
                        .append("</td></tr>\n"));
        return "<h3>What differs, and since when</h3>\n"
                + Markup.wide(
                        "<thead><tr><th>What</th><th>Since</th><th>Last seen</th><th>Runs</th><th>Now</th></tr></thead>",
                        rows);
    }

    private static String money(HistorySeries series, List<HistoryEntry> shown) {
        if (series.runs().stream().allMatch(run -> run.spent().isZero())) {
            return "";
        }
        var rows = new StringBuilder();
        var sum = series.months().values().stream().reduce(Usd.ZERO, Usd::plus);
        series.months()
                .forEach((month, usd) -> rows.append("<tr><td>")
                        .append(month)
                        .append("</td><td>")
                        .append(usd)
                        .append("</td></tr>\n"));
        return "<h3>Money: " + sum + " USD in all</h3>\n" + HistoryBars.money(shown)
                + Markup.wide("<thead><tr><th>Month</th><th>USD</th></tr></thead>", rows);
    }

    private static String runs(List<HistoryEntry> shown) {
        var kinds = ResultKind.of(shown);
        var head = new StringBuilder("<thead><tr><th>Begun</th>");
        kinds.forEach(kind -> head.append("<th>").append(Markup.escaped(kind)).append("</th>"));
        head.append("<th>USD</th><th>Seconds</th><th>Exit</th></tr></thead>");
        var rows = new StringBuilder();
        var newest = new ArrayList<>(shown);
        Collections.reverse(newest);
        for (var run : newest) {
            rows.append("<tr><td>").append(time(run.at())).append("</td>");
            kinds.forEach(kind -> rows.append("<td class=\"")
                    .append(run.count(kind) == 0 ? "none" : ResultKind.style(kind))
                    .append("\">")
                    .append(run.count(kind))
                    .append("</td>"));
            rows.append("<td>").append(run.spent()).append("</td><td>");
            rows.append(String.format(Locale.ROOT, "%.1f", run.took().toMillis() / 1000.0));
            rows.append("</td><td>").append(run.exit()).append("</td></tr>\n");
        }
        return "<h3>Every run</h3>\n" + Markup.wide(head.toString(), rows);
    }

    private static List<HistoryEntry> last(List<HistoryEntry> runs, int most) {
        return runs.subList(Math.max(0, runs.size() - most), runs.size());
    }

    /** To the minute, UTC. */
    static String time(Instant at) {
        return Markup.escaped(at.toString().replaceFirst("^([^T]*)T(\\d\\d:\\d\\d).*", "$1 $2"));
    }
}
