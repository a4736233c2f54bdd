package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.price.LiveQuotes;
import dev.venicesim.catalog.price.LiveQuotes.LiveQuote;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;

/** The live quotes of 2026-09-28, asked of an edition as the vendor's own script asked them. */
class LiveQuotesOverHttpTest {

    /**
     * One length of each model, resolution and sound; {@code LiveQuotesOfEditionsTest} asks all of them without HTTP.
     */
    @Test
    void august2026QuotesAllButItsOwnEarlierPricesToTheCent() {
        try (var sim = Sim.start(config -> config.edition("2026-08-21").limits(false))) {
            var api = sim.api();
            var asked = 0;
            var missed = new LinkedHashSet<String>();
            for (var quote : LiveQuotes.longest()) {
                var reply = api.post("/video/quote", body(quote));
                if (reply.status() == 404) {
                    continue;
                }
                asked++;
                assertThat(reply.status()).as("%s %s", quote, reply).isEqualTo(200);
                if (!Usd.of(reply.json().path("quote").decimalValue()).equals(quote.usd())) {
                    missed.add(quote.model());
                }
            }
            assertThat(asked).isEqualTo(349);
            assertThat(missed)
                    .containsExactly("kling-o3-pro-reference-to-video", "kling-o3-standard-reference-to-video");
        }
    }

    /** With its limits on: a quote without a key has none that would show in this many. */
    @Test
    void october2026QuotesAllOfThemToTheCent() {
        try (var sim = Sim.start(config -> config.edition("2026-10-02"))) {
            var api = sim.api();
            var quotes = LiveQuotes.all();
            var missed = quotes.stream()
                    .filter(quote ->
                            !told(api.post("/video/quote", body(quote))).equals(quote.usd()))
                    .toList();
            assertThat(quotes).hasSize(3_289);
            assertThat(missed).isEmpty();
        }
    }

    private static Usd told(Http.Answer reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Usd.of(reply.json().path("quote").decimalValue());
    }

    private static String body(LiveQuote quote) {
        var body = Json.object()
                .put("model", quote.model())
                .put("duration", quote.seconds() + "s")
                .put("audio", quote.sound());
        if (!quote.resolution().isEmpty()) {
            body.put("resolution", quote.resolution());
        }
        return (quote.ratio().isEmpty() ? body : body.put("aspect_ratio", quote.ratio())).toString();
    }
}
