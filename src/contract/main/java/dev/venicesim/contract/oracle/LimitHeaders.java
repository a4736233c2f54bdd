package dev.venicesim.contract.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Oracle of the headers that tell of limits: whole numbers within their range, the number a minute that is published, and
 * one less left after each request of a window. A target that tells of no limits at all is another check's business.
 */
final class LimitHeaders {

    private static final Map<String, Long> PUBLISHED = Map.of("/video/queue", 40L, "/video/retrieve", 120L);
    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private record Window(long reset, long remaining) {}

    private LimitHeaders() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var limited = exchanges.stream()
                .filter(exchange -> exchange.isKeyed()
                        && exchange.reply().status() != 429
                        && PUBLISHED.containsKey(exchange.path()))
                .toList();
        var found = new ArrayList<Deviation>();
        var told = limited.stream()
                .anyMatch(exchange -> exchange.reply().header(name("limit")).isPresent());
        var tokens = limited.stream()
                .anyMatch(exchange ->
                        exchange.reply().header("x-ratelimit-limit-tokens").isPresent());
        var windows = new HashMap<String, Window>();
        for (var exchange : limited) {
            if (told) {
                requests(exchange, windows, found);
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
        return found;
    }

    private static void requests(ObservedExchange exchange, Map<String, Window> windows, List<Deviation> found) {
        var limit = number(exchange, name("limit"));
        var remaining = number(exchange, name("remaining"));
        var reset = number(exchange, name("reset"));
        var published = PUBLISHED.getOrDefault(exchange.path(), 0L);
        if (limit != published) {
            found.add(exchange.header(name("limit"), Long.toString(published)));
        }
        if (remaining < 0 || remaining >= Math.max(limit, 1)) {
            found.add(exchange.header(name("remaining"), "a whole number from 0 to " + (limit - 1)));
        }
        var instant = reset < MILLISECONDS_FROM ? Instant.ofEpochSecond(reset) : Instant.ofEpochMilli(reset);
        if (instant.isBefore(exchange.at().minus(SLACK))
                || instant.isAfter(exchange.at().plus(LONGEST_WINDOW))) {
            found.add(exchange.header(name("reset"), "the end of a window of a minute, about " + exchange.at()));
        }
        var before = windows.put(exchange.path(), new Window(reset, remaining));
        if (before != null && before.reset() == reset && remaining >= before.remaining()) {
            found.add(exchange.header(
                    name("remaining"), "less than " + before.remaining() + ", which was left before this request"));
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

    /** -1 where there is no whole number. */
    private static long number(ObservedExchange exchange, String name) {
        return exchange.reply()
                .header(name)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
