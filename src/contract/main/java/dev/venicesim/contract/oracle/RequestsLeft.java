package dev.venicesim.contract.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Judge of how fast the requests of a window are used up: one by one. Only callers are looked at whose keys nobody else
 * has, and the middle of all falls, for a request may be lost on its way. Source:
 * docs/api/limits-and-headers.md#limit-headers.
 */
final class RequestsLeft {

    private static final String LEFT = "x-ratelimit-remaining-requests";
    private static final int ENOUGH = 5;

    private record Caller(int number, String path) {}

    private record Fall(ObservedExchange exchange, long by) {}

    private RequestsLeft() {}

    static void judge(List<ObservedExchange> limited, List<Deviation> found) {
        var before = new HashMap<Caller, Long>();
        var falls = new ArrayList<Fall>();
        for (var exchange : limited) {
            var left = LimitHeaders.number(exchange, LEFT);
            if (exchange.caller() == 0 || left < 0) {
                continue;
            }
            var caller = new Caller(exchange.caller(), exchange.path());
            var earlier = before.getOrDefault(caller, -1L);
            if (earlier > left) {
                falls.add(new Fall(exchange, earlier - left));
            }
            before.put(caller, left);
        }
        falls.sort(Comparator.comparing(Fall::by));
        if (falls.size() >= ENOUGH && falls.get(falls.size() / 2).by() != 1) {
            var middle = falls.get(falls.size() / 2);
            found.add(middle.exchange().header(LEFT, "one less than before, and not " + middle.by() + " less"));
        }
    }
}
