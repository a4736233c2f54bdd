package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import dev.venicesim.contract.http.PlainNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Oracle of the headers that tell of limits: whole numbers within their range, the number a minute that the key reads
 * about itself, and another number left after each request of a window. Which it is no document says, for limits depend
 * on the account; replies to requests that were under way at once come in any order. A target that tells of no limits at
 * all is another check's business.
 */
@Verified(
        on = "2026-08-22",
        source = "docs/api/limits-and-headers.md#limit-headers, docs/api/limits-and-headers.md#limits-of-a-key,"
                + " docs/api/limits-and-headers.md#who-is-counted, docs/api/limits-and-headers.md#windows")
final class LimitHeaders {

    private static final Set<String> LIMITED = Set.of("/video/queue", "/video/retrieve");

    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private record Left(int caller, String path, long reset, long remaining) {}

    private LimitHeaders() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var limited = exchanges.stream()
                .filter(exchange ->
                        exchange.isKeyed() && exchange.reply().status() != 429 && LIMITED.contains(exchange.path()))
                .toList();
        var found = new ArrayList<Deviation>();
        var told = limited.stream()
                .anyMatch(exchange -> exchange.reply().header(name("limit")).isPresent());
        var tokens = limited.stream()
                .anyMatch(exchange ->
                        exchange.reply().header("x-ratelimit-limit-tokens").isPresent());
        var ofTheKey = ofTheKey(exchanges);
        var left = new HashSet<Left>();
        for (var exchange : limited) {
            if (told) {
                requests(exchange, ofTheKey, left, found);
            }
            if (tokens) {
                tokens(exchange, found);
            }
            exchange.reply()
                    .header("x-ratelimit-type")
                    .filter(type -> !List.of("user", "api_key", "global").contains(type))
                    .ifPresent(
                            type -> found.add(exchange.header("x-ratelimit-type", "one of user, api_key and global")));
        }
        RequestsLeft.judge(limited, found);
        LimitWindows.sliding(limited, found);
        LimitWindows.failures(exchanges, found);
        LimitWindows.ofNobody(exchanges, found);
        return found;
    }

    /** The requests a minute that the key reads about itself; none if it was not asked, or is told none. */
    private static Set<Long> ofTheKey(List<ObservedExchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.asks("/api_keys/rate_limits"))
                .flatMap(exchange -> exchange.reply().json().findValues("rateLimits").stream())
                .flatMap(limits -> limits.findParents("amount").stream())
                .filter(limit -> limit.path("type").asText().equals("RPM"))
                .flatMap(limit -> PlainNumber.of(limit.path("amount")).stream())
                .map(BigDecimal::longValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void requests(
            ObservedExchange exchange, Set<Long> ofTheKey, Set<Left> known, List<Deviation> found) {
        var limit = number(exchange, name("limit"));
        var remaining = number(exchange, name("remaining"));
        var reset = number(exchange, name("reset"));
        if (limit <= 0) {
            found.add(exchange.header(name("limit"), "a whole number above 0"));
        } else if (!ofTheKey.isEmpty() && !ofTheKey.contains(limit)) {
            found.add(exchange.header(name("limit"), "one of " + ofTheKey + ", as the key's limits say"));
        }
        if (remaining < 0 || remaining > limit) {
            found.add(exchange.header(name("remaining"), "a whole number from 0 to " + limit));
        }
        var instant = instant(reset);
        if (instant.isBefore(exchange.at().minus(CLOCKS_DIFFER))
                || instant.isAfter(exchange.at().plus(LONGEST_WINDOW).plus(CLOCKS_DIFFER))) {
            found.add(exchange.header(name("reset"), "the end of a window of a minute, about " + exchange.at()));
        }
        if (remaining > 0 && !known.add(new Left(exchange.caller(), exchange.path(), reset, remaining))) {
            found.add(exchange.header(
                    name("remaining"), "another number than before, for this request is of the same window"));
        }
    }

    private static void tokens(ObservedExchange exchange, List<Deviation> found) {
        var limit = number(exchange, "x-ratelimit-limit-tokens");
        var remaining = number(exchange, "x-ratelimit-remaining-tokens");
        var reset = number(exchange, "x-ratelimit-reset-tokens");
        if (limit <= 0) {
            found.add(exchange.header("x-ratelimit-limit-tokens", "a whole number above 0"));
        }
        if (remaining < 0 || remaining > limit) {
            found.add(exchange.header("x-ratelimit-remaining-tokens", "a whole number from 0 to " + limit));
        }
        if (reset < 0 || reset > LONGEST_WINDOW.toSeconds()) {
            found.add(exchange.header("x-ratelimit-reset-tokens", "seconds until the window ends"));
        }
    }

    private static String name(String what) {
        return "x-ratelimit-" + what + "-requests";
    }

    static Instant instant(long reset) {
        return reset < MILLISECONDS_FROM ? Instant.ofEpochSecond(reset) : Instant.ofEpochMilli(reset);
    }

    /** -1 where there is no whole number. */
    static long number(ObservedExchange exchange, String name) {
        return exchange.reply()
                .header(name)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
