package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Checked;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.recording.QuoteTable;
import dev.venicesim.contract.recording.Recording;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes of a simulator that has other prices, told by the rule they moved by. */
class QuoteDriftTest {

    private static final QuoteDrift AUGUST = new QuoteDrift(TestEditions.AUGUST, Optional.empty());

    private static QuoteTable quotes(Checked served, List<String> ids) throws InterruptedException {
        var recording = new Recording(served.target(), line -> {});
        var list = AUGUST.known(recording.models());
        var some = new ArrayList<>(ids);
        var kept = Json.object();
        var data = kept.putArray("data");
        list.path("data").forEach(model -> {
            if (some.contains(model.path("id").asText())) {
                data.add(model);
            }
        });
        return recording.quotes(kept, Optional.empty());
    }

    @Test
    void anEditionsOwnQuotesDoNotDiffer() throws InterruptedException {
        try (var served = Checked.as(TestEditions.AUGUST)) {
            var some = List.of(
                    "kling-v3-pro-text-to-video",
                    "pixverse-v5.6-text-to-video",
                    "seedance-2-5-text-to-video-basic",
                    "seedance-2-5-reference-to-video-basic");
            assertThat(AUGUST.of(quotes(served, some))).isEmpty();
        }
    }

    @Test
    void whatMovedByOneFactorIsOneLineHoweverManyQuotesThereAre(@TempDir Path folder) throws Exception {
        var prices = folder.resolve("prices.json");
        WholeFile.write(prices, """
                {"rows": [{"models": ["wan-2.6-text-to-video", "wan-2.6-image-to-video"], "resolutions": ["720p"],
                           "usd": 0.132, "silentUsd": 0.132},
                          {"models": ["kling-v3-pro-text-to-video"], "usd": 0.30, "silentUsd": 0.1232}]}""");
        try (var served = Checked.as(TestEditions.AUGUST, config -> config.prices(prices))) {
            var some = List.of("wan-2.6-text-to-video", "wan-2.6-image-to-video", "kling-v3-pro-text-to-video");
            var found = AUGUST.of(quotes(served, some));
            assertThat(found)
                    .extracting(Drift::toString)
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("NOTABLE wan-2.6-image-to-video, wan-2.6-text-to-video at 720p: ")
                            .endsWith(" quotes, each 1.20 times the edition's"));
            var file = (ObjectNode) Json.read(Files.readAllBytes(prices));
            assertThat(new QuoteDrift(TestEditions.AUGUST, Optional.of(file)).of(quotes(served, some)))
                    .isEmpty();
        }
    }

    @Test
    void aCentHereAndThereIsNoFactorAndNamesTheFurthest() {
        var moved = new MovedQuotes("the edition's");
        moved.add(
                "m",
                "720p",
                List.of(pair("5 s", "1.00", "1.00"), pair("10 s", "2.00", "2.50"), pair("15 s", "3.00", "3.01")),
                0);
        assertThat(moved.rules())
                .extracting(rule -> rule.place() + ": " + rule.says())
                .containsExactly(
                        "m at 720p: 2 quotes, with sound, 1.00 to 1.25 times the edition's; the furthest: 10 s: 2.00 became 2.50 USD");
    }

    @Test
    void resolutionsAndModelsThatMovedAlikeStandTogether() {
        var moved = new MovedQuotes("the file's");
        for (var model : List.of("a", "b")) {
            for (var resolution : List.of("480p", "720p")) {
                moved.add(model, resolution, List.of(pair("5 s", "0.55", "0.61"), pair("10 s", "1.10", "1.21")), 0);
            }
        }
        moved.add("c", "", List.of(), 1);
        assertThat(moved.rules())
                .extracting(rule -> rule.place() + ": " + rule.says())
                .containsExactly(
                        "a, b at 480p, 720p: 8 quotes, each 1.10 times the file's",
                        "c: 1 quote, for which the target gives no price");
    }

    private static MovedQuotes.Pair pair(String clip, String was, String is) {
        return new MovedQuotes.Pair(clip, true, Usd.parse(was), Usd.parse(is));
    }
}
