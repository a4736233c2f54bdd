package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Oracle of the replies of routes that are gone: the headers that say since when, and what took their place. */
@Verified(
        on = "2026-10-02",
        source = "docs/api/billing.md#usage-is-gone, docs/api/transcriptions.md#transcriptions-are-closed")
final class GoneRoutes {

    /** What each header holds. */
    private static final Map<String, Map<String, String>> HEADERS = Map.of(
            "/billing/usage",
            Map.of(
                    "deprecation", "@1783555200",
                    "link", "</api/v1/billing/usage-history>; rel=\"successor-version\"",
                    "sunset", "Wed, 16 Sep 2026 00:00:00 GMT"),
            "/video/transcriptions",
            Map.of("deprecation", "true", "link", "</api/v1/chat/completions>; rel=\"successor-version\""));

    private GoneRoutes() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            if (Concern.GONE.isOf(exchange)) {
                HEADERS.getOrDefault(exchange.path(), Map.of())
                        .forEach((name, value) -> ReplyHeaders.need(
                                exchange,
                                name,
                                value,
                                told -> told.replace(" ", "").contains(value.replace(" ", "")),
                                found));
            }
        }
        return found;
    }
}
