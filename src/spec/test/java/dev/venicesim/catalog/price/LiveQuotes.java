package dev.venicesim.catalog.price;

import dev.venicesim.money.Usd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Live quotes of 2026-09-28, as the vendor published them. */
public final class LiveQuotes {

    private LiveQuotes() {}

    /**
     * One quote.
     *
     * @param resolution empty for a model without
     * @param ratio the one that was asked for, empty for none
     */
    public record LiveQuote(String model, String resolution, boolean sound, String ratio, int seconds, Usd usd) {}

    /** All of the sample, 3,289. */
    public static List<LiveQuote> all() {
        return lines().stream().flatMap(line -> quotes(line).stream()).toList();
    }

    /** The quote of the longest clip of each model, resolution and sound. */
    public static List<LiveQuote> longest() {
        return lines().stream()
                .map(line -> quotes(line).stream()
                        .max(Comparator.comparingInt(LiveQuote::seconds))
                        .orElseThrow())
                .toList();
    }

    private static List<String> lines() {
        var stream = Objects.requireNonNull(LiveQuotes.class.getResourceAsStream("/quotes-2026-09-28.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<LiveQuote> quotes(String line) {
        var cells = line.split("\t", -1);
        return Arrays.stream(cells[4].split(" ", -1))
                .map(pair -> quote(cells, pair))
                .toList();
    }

    private static LiveQuote quote(String[] cells, String pair) {
        var at = pair.indexOf('=');
        return new LiveQuote(
                cells[0],
                given(cells[1]),
                cells[2].equals("on"),
                given(cells[3]),
                Integer.parseInt(pair.substring(0, at)),
                Usd.ofCents(Long.parseLong(pair.substring(at + 1))));
    }

    private static String given(String cell) {
        return cell.equals("-") ? "" : cell;
    }
}
