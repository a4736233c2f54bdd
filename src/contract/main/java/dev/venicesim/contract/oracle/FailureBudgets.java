package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Oracle of the budget of failures, where replies tell what is left of it: each failure uses up one of its model's.
 * Only callers are looked at whose keys nobody else has, and a window in which enough failed; what was lost on its way failed unseen, so
 * that most windows have to agree and not each.
 */
@Verified(on = "2026-10-02", source = "docs/api/limits-and-headers.md#limit-headers-as-observed")
final class FailureBudgets {

    private static final String LEFT = "x-ratelimit-remaining";
    private static final String RESETS = "x-ratelimit-resets";
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int ENOUGH_FAILURES = 5;
    private static final int ENOUGH_WINDOWS = 3;
    private static final long SLACK = 2;

    private record Payer(int caller, String model) {}

    private record Window(Payer payer, String resets) {}

    private record Told(ObservedExchange exchange, long off) {}

    private FailureBudgets() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var quirk = ApiQuirk.FAILED_BUDGET;
        var budget = Long.parseLong(reference.edition().quirks().getOrDefault(quirk.label(), quirk.defaultValue()));
        Map<Window, Told> last = new HashMap<>();
        var failures = new HashMap<Payer, List<Instant>>();
        for (var exchange : exchanges) {
            var isOwn = exchange.caller() > 0 && exchange.request().auth() == TargetRequest.Auth.KEY;
            if (!isOwn) {
                continue;
            }
            var payer = new Payer(exchange.caller(), exchange.asked("model"));
            var before = failures.computeIfAbsent(payer, nobody -> new ArrayList<>());
            told(exchange, before, budget)
                    .forEach(told -> last.put(
                            new Window(payer, exchange.reply().header(RESETS).orElse("")), told));
            if (isFailure(exchange)) {
                before.add(exchange.at());
            }
        }
        var offs =
                last.values().stream().sorted(Comparator.comparing(Told::off)).toList();
        if (offs.size() < ENOUGH_WINDOWS) {
            return List.of();
        }
        var middle = offs.get(offs.size() / 2);
        return Math.abs(middle.off()) <= SLACK
                ? List.of()
                : List.of(middle.exchange()
                        .header(LEFT, "about " + middle.off() + " more: " + budget + " without those that failed"));
    }

    private static List<Told> told(ObservedExchange exchange, List<Instant> failures, long budget) {
        var left = LimitHeaders.number(exchange, LEFT);
        var resets = LimitHeaders.number(exchange, RESETS);
        if (left < 0 || resets < 0 || exchange.request().isSigned()) {
            return List.of();
        }
        var opened = LimitHeaders.instant(resets).minus(WINDOW);
        var failed = failures.stream().filter(at -> !at.isBefore(opened)).count();
        return failed < ENOUGH_FAILURES ? List.of() : List.of(new Told(exchange, budget - failed - left));
    }

    /** What the API counts. Source: docs/api/disagreements.md#size-of-the-failure-budget. */
    private static boolean isFailure(ObservedExchange exchange) {
        var status = exchange.reply().status();
        var isWallets = exchange.request().isSigned() && status != 401;
        return status >= 400 && status < 500 && status != 429 && status != 409 && !isWallets;
    }
}
