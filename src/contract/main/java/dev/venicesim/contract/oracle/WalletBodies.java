package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.contract.http.PlainNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Oracle of what a wallet reads about itself: its own address, and the published figures. */
@Verified(
        on = "2026-08-21",
        source = "docs/api/wallets.md#balance-of-a-wallet, docs/api/wallets.md#transactions-of-a-wallet")
final class WalletBodies {

    /** Source: docs/api/wallets.md#balance-of-a-wallet. */
    private static final Map<String, Long> FIGURES = Map.of("minimumTopUpUsd", 5L, "suggestedTopUpUsd", 10L);

    /** Source: docs/api/wallets.md#wallets-below-the-floor. */
    static final BigDecimal FLOOR = new BigDecimal("0.1");

    private static final BigDecimal DEFAULT_LIMIT = BigDecimal.valueOf(50);

    private WalletBodies() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            if (!exchange.reply().ok() || !exchange.path().startsWith("/x402/")) {
                continue;
            }
            var body = exchange.reply().json();
            if (!body.path("success").asBoolean()) {
                found.add(exchange.at("/success", "true", ReplyBodies.shown(body.path("success"))));
            }
            var data = body.path("data");
            if (exchange.path().startsWith("/x402/balance/")) {
                balance(exchange, data, found);
            }
            if (exchange.path().startsWith("/x402/transactions/")) {
                address(exchange, data, found);
                page(exchange, data.at("/pagination/limit"), found);
                current(exchange, data, found);
            }
        }
        return found;
    }

    /** Source: docs/api/wallets.md#transactions-of-a-wallet. */
    private static void page(ObservedExchange exchange, JsonNode limit, List<Deviation> found) {
        if (!exchange.request().path().contains("limit=")
                && PlainNumber.of(limit)
                        .filter(number -> number.compareTo(DEFAULT_LIMIT) == 0)
                        .isEmpty()) {
            found.add(exchange.at("/data/pagination/limit", "50, the default", ReplyBodies.shown(limit)));
        }
    }

    /** The balance after the newest transaction, which comes first; nothing where there was none. */
    private static void current(ObservedExchange exchange, JsonNode data, List<Deviation> found) {
        var newest = data.at("/transactions/0/balanceAfter");
        var wanted = PlainNumber.of(newest).orElse(BigDecimal.ZERO);
        var told = data.path("currentBalance");
        if (data.path("transactions").isArray()
                && PlainNumber.of(told).filter(is -> is.compareTo(wanted) == 0).isEmpty()) {
            found.add(exchange.at("/data/currentBalance", wanted + ", by its transactions", ReplyBodies.shown(told)));
        }
    }

    private static void balance(ObservedExchange exchange, JsonNode data, List<Deviation> found) {
        address(exchange, data, found);
        FIGURES.forEach((name, figure) -> {
            var node = data.path(name);
            if (PlainNumber.of(node)
                    .filter(number -> number.compareTo(BigDecimal.valueOf(figure)) == 0)
                    .isEmpty()) {
                found.add(exchange.at("/data/" + name, figure.toString(), ReplyBodies.shown(node)));
            }
        });
        var consumes = PlainNumber.of(data.path("balanceUsd"))
                .filter(balance -> balance.compareTo(FLOOR) >= 0)
                .isPresent();
        if (!data.has("diemBalanceUsd") && data.path("canConsume").asBoolean() != consumes) {
            found.add(exchange.at(
                    "/data/canConsume",
                    consumes + " with a balance of " + data.path("balanceUsd"),
                    ReplyBodies.shown(data.path("canConsume"))));
        }
    }

    /** Addresses on Base come in lower case. */
    private static void address(ObservedExchange exchange, JsonNode data, List<Deviation> found) {
        var asked = exchange.path().substring(exchange.path().lastIndexOf('/') + 1);
        var expected = asked.startsWith("0x") ? asked.toLowerCase(Locale.ROOT) : asked;
        var told = data.path("walletAddress");
        if (!told.asText().equals(expected)) {
            found.add(exchange.at("/data/walletAddress", expected, ReplyBodies.shown(told)));
        }
    }
}
