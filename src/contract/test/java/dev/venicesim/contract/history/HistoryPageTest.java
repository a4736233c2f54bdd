package dev.venicesim.contract.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.history.HistorySeries.Spell;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPageTest {

    /**
     * A run a day: {@code a} differs, {@code .} agrees, {@code ?} could not be told, {@code o} is a run of other checks
     * alone, {@code !} met nobody.
     */
    private static List<HistoryEntry> runs(String days) {
        var runs = new ArrayList<HistoryEntry>();
        for (var i = 0; i < days.length(); i++) {
            var differs = days.charAt(i) == 'a' ? List.of("quote.number") : List.<String>of();
            var unsure = days.charAt(i) == '?' ? List.of("quote.number") : List.<String>of();
            Map<String, Long> counts = switch (days.charAt(i)) {
                case 'o' -> Map.of("agrees", 1L);
                case '!' -> Map.of();
                case 'a' -> Map.of("agrees", 4L, "differs", 1L);
                case '?' -> Map.of("agrees", 4L, "inconclusive", 1L);
                default -> Map.of("agrees", 5L);
            };
            runs.add(new HistoryEntry(
                    Instant.parse("2026-11-0" + (i + 1) + "T02:00:00Z"),
                    "check",
                    "https://api.venice.ai/api/v1",
                    "2026-06-17",
                    counts,
                    differs,
                    unsure,
                    Usd.parse("0.10"),
                    Duration.ofSeconds(7),
                    0));
        }
        return runs;
    }

    @ParameterizedTest
    @CsvSource({
        "...., ''",
        "..aa, 3-4 2 times",
        "a.aa, '3-4 2 times, 1-1 1 times until 2'",
        "aa.., 1-2 2 times until 3",
        "a?a, 1-3 2 times",
        "aoa, 1-3 2 times",
        "a!a, 1-3 2 times",
        "a?., 1-1 1 times until 3"
    })
    void tellsSinceWhenSomethingDiffers(String days, String told) {
        var spells = HistorySeries.of(runs(days)).get(0).spells();
        assertThat(spells.stream().map(HistoryPageTest::told).collect(Collectors.joining(", ")))
                .isEqualTo(told);
    }

    private static String told(Spell spell) {
        return day(spell.since()) + "-" + day(spell.until()) + " " + spell.times() + " times"
                + spell.again().map(at -> " until " + day(at)).orElse("");
    }

    private static String day(Instant at) {
        return at.toString().substring(9, 10);
    }

    @Test
    void drawsEveryRunWithItsCountsAndTheMoneyOfEachMonth() {
        var page = HistoryPage.of(runs("..a"));
        assertThat(page)
                .contains(
                        "check https://api.venice.ai/api/v1 as edition 2026-06-17",
                        "<title>2026-11-03 02:00: 1 differs</title>",
                        "still differs",
                        "Money: 0.30 USD in all",
                        "<td>2026-11</td><td>0.30</td>")
                .containsOnlyOnce("3 runs, the last 2026-11-03 02:00");
    }

    @Test
    void eachTargetHasItsOwnPart() {
        var runs = new ArrayList<>(runs("a"));
        runs.add(HistoryFileTest.entry("http://127.0.0.1:8080/api/v1", "queue.number"));
        assertThat(HistoryPage.of(runs).split("<h2>")).hasSize(3);
        assertThat(HistoryPage.of(List.of())).contains("No run yet");
    }

    @Test
    void nothingFromOutsideIsMarkupAndNothingIsLoaded() {
        var attack = "\"><script src=//x>\u0000</script>";
        var entry = new HistoryEntry(
                Instant.EPOCH,
                attack,
                attack,
                attack,
                Map.of(attack, 3L),
                List.of(attack),
                List.of(),
                Usd.ZERO,
                Duration.ZERO,
                1);
        var page = HistoryPage.of(List.of(entry));
        assertThat(page)
                .contains("&quot;&gt;&lt;script")
                .doesNotContain("<script", "\"><script", "\u0000", "url(", "@import", "<link");
        assertThat(page.replace("http://www.w3.org", "")).doesNotContain("href=\"http", "src=\"");
    }
}
