package dev.venicesim.contract.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judge of limit headers from one reply to the next: a window ends when it was said to, failures use up their budget, and
 * who is nobody is told of no limits.
 */
final class LimitWindows {

    private static final List<String> NAMES = List.of(
            "x-ratelimit-limit-requests",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-reset-requests",
            "x-ratelimit-limit-tokens",
            "x-ratelimit-remaining-tokens",
            "x-ratelimit-reset-tokens");

    private static final Duration ROUNDING = Duration.ofSeconds(2);
    private static final int ENOUGH_FAILURES = 3;

    private record Caller(int number, String path) {}

    private record Window(Instant ends, long remaining) {}

    private record Budget(int caller, String model, String resets) {}

    private LimitWindows() {}

    /** Source: docs/api/limits-and-headers.md#limit-headers. */
    static void ofNobody(List<ObservedExchange> exchanges, List<Deviation> found) {
        for (var exchange : ReplyHeaders.ofTheApi(exchanges)) {
            if (exchange.isNobodys() && exchange.reply().status() != 429) {
                NAMES.stream()
                        .filter(name -> exchange.reply().header(name).isPresent())
                        .forEach(name -> found.add(exchange.header(name, "absent, since nobody is known")));
            }
        }
    }

    /** Fewer are left, so it is the same window, or a later one. Source: docs/api/limits-and-headers.md#windows. */
    static void sliding(List<ObservedExchange> limited, List<Deviation> found) {
        var windows = new HashMap<Caller, Window>();
        for (var exchange : limited) {
            var remaining = LimitHeaders.number(exchange, NAMES.get(1));
            var reset = LimitHeaders.number(exchange, NAMES.get(2));
            if (remaining < 0 || reset < 0) {
                continue;
            }
            var now = new Window(LimitHeaders.instant(reset), remaining);
            var before = windows.put(new Caller(exchange.caller(), exchange.path()), now);
            if (before != null
                    && now.remaining() < before.remaining()
                    && theirs(exchange).isBefore(before.ends().minus(ROUNDING))
                    && now.ends().isAfter(before.ends().plus(ROUNDING))) {
                found.add(exchange.header(NAMES.get(2), "the end of the window before it, " + before.ends()));
            }
        }
    }

    /** The time of the target, as its reply tells it, if its clock is about the run's. */
    private static Instant theirs(ObservedExchange exchange) {
        var told = ReplyHeaders.httpDate(exchange.reply().header("date").orElse(""));
        return told.isAfter(exchange.at()) && told.isBefore(exchange.at().plus(LimitHeaders.CLOCKS_DIFFER))
                ? told
                : exchange.at();
    }

    /** Source: docs/api/limits-and-headers.md#limit-headers-as-observed. */
    static void failures(List<ObservedExchange> exchanges, List<Deviation> found) {
        Map<Budget, Set<String>> told = new HashMap<>();
        Map<Budget, List<ObservedExchange>> failed = new HashMap<>();
        for (var exchange : exchanges) {
            var left = exchange.reply().header("x-ratelimit-remaining");
            var resets = exchange.reply().header("x-ratelimit-resets");
            if (exchange.isKeyed() && exchange.reply().status() == 400 && left.isPresent() && resets.isPresent()) {
                var budget = new Budget(exchange.caller(), exchange.asked("model"), resets.get());
                told.computeIfAbsent(budget, key -> new HashSet<>()).add(left.get());
                failed.computeIfAbsent(budget, key -> new ArrayList<>()).add(exchange);
            }
        }
        failed.forEach((budget, all) -> {
            if (all.size() >= ENOUGH_FAILURES
                    && told.getOrDefault(budget, Set.of()).size() == 1) {
                found.add(all.get(all.size() - 1)
                        .header("x-ratelimit-remaining", "less than before, after " + all.size() + " failures"));
            }
        });
    }
}
