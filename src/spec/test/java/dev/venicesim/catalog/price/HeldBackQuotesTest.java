package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.price.LiveQuotes.LiveQuote;
import dev.venicesim.money.QuoteRounding;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Quotes that were published and are not in the sample, and quotes of the sample that are held back: both follow from
 * the quotes that are left. A rate is what models of one price share; of a rate's quotes, each bounds the rate by half a
 * cent to either side.
 */
class HeldBackQuotesTest {

    /** What the vendor published: every length of every model that is priced by its length. */
    private static final int PUBLISHED = 3_688;

    private static final Catalog CATALOG =
            Catalog.of(ApiEdition.find("2026-10-02").orElseThrow());
    private static final PriceBook BOOK = PriceBook.of(CATALOG);

    /**
     * What models of one price share: dollars of a unit, units of a second, and what is paid beside them.
     *
     * @param fee in cents
     */
    private record Rate(Usd unit, BigDecimal unitsOfASecond, double fee, QuoteRounding rounding) {

        static Rate of(LiveQuote quote) {
            var row = BOOK.find(quote.model(), quote.resolution());
            var whole = row.price().bill(usage(quote, quote.seconds()));
            var fee = whole.fee().decimal().doubleValue() * 100;
            var units = whole.quantity().divide(BigDecimal.valueOf(quote.seconds()), MathContext.DECIMAL64);
            return new Rate(whole.unitPrice(), units.stripTrailingZeros(), fee, row.rounding());
        }
    }

    /** Cents that were quoted at a rate, by seconds. */
    private static final class Known {

        private final Map<Rate, Map<Integer, Long>> cents = new HashMap<>();

        Known(List<LiveQuote> quotes) {
            quotes.forEach(quote -> cents.computeIfAbsent(Rate.of(quote), rate -> new TreeMap<>())
                    .put(quote.seconds(), cents(quote)));
        }

        /** The cents that a clip may cost by what is known: one amount where the rate is known well enough. */
        List<Long> possible(LiveQuote asked) {
            var known = cents.getOrDefault(Rate.of(asked), Map.of());
            if (known.containsKey(asked.seconds())) {
                return List.of(known.get(asked.seconds()));
            }
            var fee = Rate.of(asked).fee();
            var least = 0.0;
            var most = Double.MAX_VALUE;
            for (var quote : known.entrySet()) {
                least = Math.max(least, (quote.getValue() - 0.5 - fee) / quote.getKey());
                most = Math.min(most, (quote.getValue() + 0.5 - fee) / quote.getKey());
            }
            // half a cent may fall to either side
            var from = (long) Math.ceil(least * asked.seconds() + fee - 0.5 - 1e-6);
            var to = (long) Math.floor(most * asked.seconds() + fee + 0.5 + 1e-6);
            return known.isEmpty()
                    ? List.of()
                    : LongStream.rangeClosed(from, to).boxed().toList();
        }
    }

    @Test
    void thoseLeftOutOfTheSampleFollowFromIt() {
        var sample = LiveQuotes.all();
        var known = new Known(sample);
        var left = leftOut(sample);
        assertThat(sample.size() + left.size()).isEqualTo(PUBLISHED);
        assertThat(left)
                .filteredOn(quote -> known.possible(quote).size() != 1)
                .as("those of which the sample decides the last cent only by the roundness of the rate")
                .hasSize(3);
        assertThat(left).allSatisfy(quote -> assertThat(known.possible(quote)).contains(cents(quote)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aThirdOfTheSampleFollowsFromTheOthers(int third) {
        var sample = LiveQuotes.all();
        var given = new ArrayList<LiveQuote>();
        var heldBack = new ArrayList<LiveQuote>();
        for (var i = 0; i < sample.size(); i++) {
            (i % 3 == third ? heldBack : given).add(sample.get(i));
        }
        var known = new Known(given);
        var decided = heldBack.stream()
                .filter(quote -> known.possible(quote).equals(List.of(cents(quote))))
                .count();
        assertThat(heldBack).hasSizeGreaterThan(1_000);
        assertThat(heldBack)
                .filteredOn(quote -> known.possible(quote).size() == 1)
                .allSatisfy(quote -> assertThat(known.possible(quote)).containsExactly(cents(quote)));
        assertThat(decided / (double) heldBack.size()).isGreaterThan(0.94);
    }

    /** The quotes of the lengths that a model has and the sample has not, as the price rows give them. */
    private static List<LiveQuote> leftOut(List<LiveQuote> sample) {
        var series = new HashMap<List<Object>, List<LiveQuote>>();
        sample.forEach(quote -> series.computeIfAbsent(
                        List.of(quote.model(), quote.resolution(), quote.sound()), key -> new ArrayList<>())
                .add(quote));
        var left = new ArrayList<LiveQuote>();
        series.values().forEach(quotes -> {
            var one = quotes.get(0);
            CATALOG.find(one.model()).orElseThrow().constraints().durations().stream()
                    .filter(literal -> literal.endsWith("s"))
                    .map(literal -> Integer.parseInt(literal.replace("s", "")))
                    .filter(seconds -> quotes.stream().noneMatch(quote -> quote.seconds() == seconds))
                    .map(seconds -> priced(one, seconds))
                    .forEach(left::add);
        });
        return left;
    }

    private static LiveQuote priced(LiveQuote like, int seconds) {
        var usd = BOOK.find(like.model(), like.resolution()).cents(usage(like, seconds));
        return new LiveQuote(like.model(), like.resolution(), like.sound(), like.ratio(), seconds, usd);
    }

    private static ClipUsage usage(LiveQuote like, int seconds) {
        return new ClipUsage(
                BigDecimal.valueOf(seconds),
                BigDecimal.ZERO,
                1,
                like.sound(),
                like.ratio(),
                Integer.MAX_VALUE,
                BigDecimal.ZERO);
    }

    private static long cents(LiveQuote quote) {
        return quote.usd().decimal().movePointRight(2).longValueExact();
    }
}
