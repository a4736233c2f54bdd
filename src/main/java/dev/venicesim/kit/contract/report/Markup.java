package dev.venicesim.kit.contract.report;

/** Text as HTML and XML want it. */
public final class Markup {

    private Markup() {}

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

    /** One self-contained page: no script, nothing loaded from anywhere. */
    public static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(title)
                + "</title><style>\n"
                + STYLE + "</style></head><body>\n<h1>" + escaped(title) + "</h1>\n" + body + "</body></html>\n";
    }

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8885; --good: #15803d; --bad: #b91c1c; --dim: #6b7280; }
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top;
              padding: .35rem .6rem; border-bottom: 1px solid var(--line); } th { font-weight: 600; }
            code, pre { font: 13px/1.4 ui-monospace, monospace; } pre { white-space: pre-wrap; overflow-wrap: anywhere;
              padding: .6rem; border: 1px solid var(--line); border-radius: 6px; }
            td { overflow-wrap: anywhere; } .agrees { color: var(--good); } .differs, .breaking { color: var(--bad); font-weight: 600; }
            .skipped, .harmless { color: var(--dim); } .sum { font-size: 1.1rem; }
            @media (prefers-color-scheme: dark) { :root { --good: #4ade80; --bad: #f87171; --dim: #9ca3af; } }
            """;
}
