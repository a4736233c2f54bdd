package dev.venicesim.billing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotesPropertyTest {

    private static final Quotes QUOTES = new Quotes(PriceBook.of(Catalog.of(TestEditions.AUGUST)));

    @Property(tries = 500)
    void everyQuoteIsAWholeNumberOfCentsAndNotNegative(
            @ForAll("models") Model model, @ForAll("inputs") PricedInputs inputs) {
        var quote = QUOTES.quote(model, inputs);
        assertThat(quote.micros() % 10_000).isZero();
        assertThat(quote).isGreaterThanOrEqualTo(Usd.ZERO);
    }

    @Property(tries = 500)
    void aLongerClipNeverCostsLess(
            @ForAll("models") Model model, @ForAll("inputs") PricedInputs inputs, @ForAll("seconds") int seconds) {
        var shorter = inputs.withDuration(seconds + "s").withSource(source(inputs, seconds));
        var longer = inputs.withDuration((seconds + 1) + "s").withSource(source(inputs, seconds + 1));
        assertThat(QUOTES.quote(model, longer)).isGreaterThanOrEqualTo(QUOTES.quote(model, shorter));
    }

    @Property(tries = 500)
    void sayingTheDefaultsCostsWhatLeavingThemOutDoes(
            @ForAll("models") Model model, @ForAll("inputs") PricedInputs inputs) {
        var clip = ClipDefaults.of(model, inputs);
        var said = inputs.withResolution(clip.resolution()).withAspectRatio(clip.aspectRatio());
        assertThat(QUOTES.quote(model, said)).isEqualTo(QUOTES.quote(model, inputs));
    }

    @Property(tries = 500)
    void everyClipHasALengthAndARatio(@ForAll("models") Model model, @ForAll("inputs") PricedInputs inputs) {
        var clip = ClipDefaults.of(model, inputs);
        assertThat(clip.length()).isPositive();
        // a clip that is made of another is paid for by the length of that one
        var least = inputs.source().length().isZero() ? clip.length() : Duration.ofNanos(1);
        assertThat(clip.billed()).isGreaterThanOrEqualTo(least);
        assertThat(clip.aspectRatio()).matches("\\d+:\\d+");
        assertThat(clip.resolution().isEmpty())
                .isEqualTo(model.options(RequestField.RESOLUTION).isEmpty());
    }

    @Property(tries = 500)
    void aClipPlaysAsLongAsItsListedDuration(@ForAll("models") Model model, @ForAll("inputs") PricedInputs inputs) {
        for (var literal : model.constraints().durations()) {
            if (model.rules().durationMode() == DurationMode.LISTED) {
                var seconds = Long.parseLong(literal.substring(0, literal.length() - 1));
                assertThat(ClipDefaults.length(model, inputs.withDuration(literal)))
                        .isEqualTo(Duration.ofSeconds(seconds));
            }
        }
    }

    private static SourceMedia source(PricedInputs inputs, int seconds) {
        var source = inputs.source();
        return new SourceMedia(source.width(), source.height(), source.framesPerSecond(), Duration.ofSeconds(seconds));
    }

    @Provide
    Arbitrary<Model> models() {
        var models = new ArrayList<Model>();
        for (var edition : ApiEdition.all()) {
            models.addAll(Catalog.of(edition).listed());
            models.addAll(Catalog.of(edition).unlisted());
        }
        return Arbitraries.of(models);
    }

    @Provide
    Arbitrary<Integer> seconds() {
        return Arbitraries.integers().between(1, 400);
    }

    @Provide
    Arbitrary<PricedInputs> inputs() {
        var literals =
                Arbitraries.of("", "5s", "8s", "30s", "12.5", "Auto", "auto", "-1", "1 gen", "0s", "..", "99999999");
        var resolutions = Arbitraries.of(List.of("", "480p", "720p", "1080p", "4k", "2K", "2x", "nonsense"));
        var ratios = Arbitraries.of("", "16:9", "9:16", "1:1", "auto", "adaptive");
        var sides = Arbitraries.integers().between(-1, Integer.MAX_VALUE);
        var lengths = Arbitraries.longs().between(-1, Long.MAX_VALUE).map(Duration::ofSeconds);
        var frames = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(240));
        var sources = Combinators.combine(sides, sides, frames, lengths).as(SourceMedia::new);
        var atTheSourcesPace = Combinators.combine(
                        literals,
                        resolutions,
                        ratios,
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 1, 2, 4),
                        sources,
                        lengths,
                        Arbitraries.integers().between(0, 30))
                .as((literal, resolution, ratio, audio, factor, source, length, images) -> new PricedInputs(
                        literal, resolution, ratio, audio, factor, source, length, images, Retiming.NONE));
        var slowdowns = Arbitraries.of(1, 2, 4, 8);
        return Combinators.combine(atTheSourcesPace, slowdowns)
                .as((inputs, slowdown) -> inputs.withRetiming(new Retiming(slowdown, 0)));
    }
}
