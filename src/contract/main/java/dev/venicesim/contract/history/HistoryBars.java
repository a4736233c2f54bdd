package dev.venicesim.contract.history;

import dev.venicesim.contract.report.Markup;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Bars of a history, one for each run, drawn as SVG within the page. */
final class HistoryBars {

    private static final int HEIGHT = 100;
    private static final int STEP = 12;
    private static final int WIDTH = 10;

    /** What is there at all is seen. */
    private static final double LEAST = 4;

    private HistoryBars() {}

    static String results(List<HistoryEntry> runs) {
        var kinds = ResultKind.of(runs);
        var most = runs.stream().mapToLong(HistoryEntry::results).max().orElse(0);
        var bars = new StringBuilder();
        for (var i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            double foot = HEIGHT;
            for (var kind : kinds) {
                var high = run.count(kind) == 0 ? 0 : Math.max(LEAST, HEIGHT * (double) run.count(kind) / most);
                high = Math.min(high, foot);
                foot -= high;
                bars.append(bar(i, foot, high, ResultKind.style(kind), tells(run, run.count(kind) + " " + kind)));
            }
        }
        var legend = new StringBuilder("<p class=\"legend\">");
        kinds.forEach(kind -> legend.append("<span class=\"")
                .append(ResultKind.style(kind))
                .append("\">■ ")
                .append(Markup.escaped(kind))
                .append("</span> "));
        return drawing("Results of " + runs.size() + " runs, oldest first", runs.size(), bars) + legend + "</p>\n";
    }

    static String money(List<HistoryEntry> runs) {
        var most = runs.stream().map(run -> run.spent().decimal()).reduce(BigDecimal.ZERO, BigDecimal::max);
        var bars = new StringBuilder();
        for (var i = 0; i < runs.size(); i++) {
            var spent = runs.get(i).spent();
            if (!spent.isZero() && !spent.isNegative()) {
                var high = Math.max(LEAST, HEIGHT * spent.decimal().doubleValue() / most.doubleValue());
                bars.append(bar(i, HEIGHT - high, high, "usd", tells(runs.get(i), spent + " USD")));
            }
        }
        return drawing("USD of " + runs.size() + " runs, oldest first", runs.size(), bars);
    }

    private static String tells(HistoryEntry run, String what) {
        return HistoryPage.time(run.at()) + ": " + Markup.escaped(what);
    }

    private static String bar(int index, double top, double high, String style, String title) {
        return high <= 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"><title>%s</title></rect>\n",
                        style,
                        index * STEP,
                        top,
                        WIDTH,
                        high,
                        title);
    }

    private static String drawing(String label, int runs, StringBuilder bars) {
        var width = Math.max(runs, 30) * STEP;
        return "<svg class=\"bars\" role=\"img\" aria-label=\"" + Markup.escaped(label) + "\" viewBox=\"0 0 " + width
                + " " + HEIGHT + "\" preserveAspectRatio=\"none\">\n" + bars + "</svg>\n";
    }
}
