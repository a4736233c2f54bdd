package dev.venicesim.contract.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Text as HTML and XML want it. */
public final class Markup {

    /** Colours and letters of the console, so that a report looks like it. */
    private static final String PALETTE = palette();

    private Markup() {}

    private static String palette() {
        try (var file = Objects.requireNonNull(Markup.class.getResourceAsStream("/dev/venicesim/palette.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with markup escaped and the characters XML forbids replaced. */
    public static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** Text in one cell of a table, with nothing in it that Markdown or HTML would take for its own. */
    public static String cell(String text) {
        return escaped(text).replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]|!])", "\\\\$1");
    }

    /** One self-contained page: no script, nothing loaded from anywhere. */
    public static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(title)
                + "</title><style>\n"
                + PALETTE + STYLE + "</style></head><body>\n<h1>" + escaped(title) + "</h1>\n" + body
                + "</body></html>\n";
    }

    /** A table that scrolls by itself where the page is too narrow for it. */
    public static String wide(String head, CharSequence rows) {
        return "<div class=\"wide\"><table>" + head + "<tbody>\n" + rows + "</tbody></table></div>\n";
    }

    /** A number at the head of a page, by the class that colours it. */
    public record Tile(String kind, long count, String of) {}

    public static String tiles(List<Tile> tiles) {
        var out = new StringBuilder("<div class=\"tiles\">");
        tiles.forEach(tile -> out.append("<div class=\"")
                .append(tile.count() == 0 ? "none" : tile.kind())
                .append("\"><b>")
                .append(tile.count())
                .append("</b> ")
                .append(escaped(tile.of()))
                .append("</div>"));
        return out.append("</div>\n").toString();
    }

    private static final String STYLE = """
            * { box-sizing: border-box; }
            body { font: 14px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums;
              max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); }
            h1 { font-size: 1.5rem; font-weight: 650; letter-spacing: -.01em; margin: 0 0 1rem; }
            h1::before { content: ""; display: inline-block; width: 11px; height: 11px; border-radius: 2px; background: var(--accent); margin-right: 11px; }
            h2 { font-size: 1.1rem; margin: 2.25rem 0 .6rem; }
            .tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
            .tiles div { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid currentColor;
              border-radius: .5rem; padding: .55rem 1rem; min-width: 8rem; }
            .tiles b { font-size: 1.6rem; line-height: 1.2; display: block; }
            .card { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--bad); border-radius: .5rem;
              padding: .2rem 1rem .8rem; margin: 1rem 0; }
            .card h3 { font-size: 1rem; margin: .7rem 0 .1rem; } .card p { margin: .2rem 0 .5rem; }
            table { border-collapse: collapse; width: 100%; table-layout: auto; }
            td, th { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
            th { font-weight: 600; color: var(--soft); font-size: .85rem; } td:first-child { min-width: 11rem; } .halves td:first-child { width: 40%; }
            code, pre { font: 12px/1.45 var(--mono); }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem .8rem; margin: .5rem 0; background: var(--shade);
              border: 1px solid var(--line); border-radius: .4rem; }
            .agrees { color: var(--good); } .differs, .breaking { color: var(--bad); } .notable, .inconclusive { color: var(--warn); }
            .skipped, .harmless, .none, .dim { color: var(--soft); } td.differs { font-weight: 600; }
            h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; } .wide { overflow-x: auto; } .wide td, .wide th { padding-right: 1rem; white-space: nowrap; }
            .wide td:first-child { min-width: 9rem; white-space: normal; }
            .bars { display: block; width: 100%; height: 7rem; margin: 1rem 0 .4rem; border-bottom: 1px solid var(--line); }
            .bars rect { fill: currentColor; } .bars .usd { color: var(--accent); } .legend { margin: 0 0 1rem; }
            @media print { body { max-width: none; padding: 0; } .card, tr { break-inside: avoid; } }
            """;
}
