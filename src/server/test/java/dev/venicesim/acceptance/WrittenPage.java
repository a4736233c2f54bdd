package dev.venicesim.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Page of {@code docs/} that a test writes: held against what the code says, or written anew under
 * {@code -Ddocs.write}.
 */
public final class WrittenPage {

    private WrittenPage() {}

    /** Fails, with the first line that differs and the command that mends it, if the page says anything else. */
    public static void holds(String name, String fresh) {
        var page = Path.of("docs", name);
        try {
            if (Boolean.getBoolean("docs.write")) {
                Files.writeString(page, fresh);
            }
            var stands = Files.exists(page) ? Files.readString(page) : "";
            if (!stands.equals(fresh)) {
                throw new AssertionError("docs/" + name
                        + " is stale. It is written by a test, never by hand: run the same"
                        + " test with -Ddocs.write (CONTRIBUTING.md). "
                        + difference(stands.lines().toList(), fresh.lines().toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(List<String> stands, List<String> fresh) {
        var line = 0;
        while (line < Math.min(stands.size(), fresh.size()) && stands.get(line).equals(fresh.get(line))) {
            line++;
        }
        return "First difference, in line " + (line + 1) + ":\n  stands: " + at(stands, line) + "\n  wanted: "
                + at(fresh, line);
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(the page ends)";
    }
}
