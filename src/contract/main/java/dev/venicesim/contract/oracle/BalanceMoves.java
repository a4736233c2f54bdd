package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import dev.venicesim.contract.http.PlainNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Oracle of the key's balance: from one reply to the next it falls by what was due in between, and by nothing more; what
 * is read about the account says the same. A header tells the balance before its request, rounded perhaps. A balance may
 * rise, by a refund or a top-up, and a request may be paid for in DIEM.
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/quote.md#a-quote-is-what-is-charged, docs/api/limits-and-headers.md#balance-headers,"
                + " docs/api/billing.md#balance-of-an-account")
final class BalanceMoves {

    private static final String HEADER = "x-venice-balance-usd";
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private BalanceMoves() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        Optional<BigDecimal> due = Optional.empty();
        for (var exchange : exchanges) {
            if (!exchange.isKeyed()) {
                continue;
            }
            var told = exchange.reply().header(HEADER).flatMap(PlainNumber::of);
            if (told.isPresent()) {
                var balance = told.get();
                var expected = due.filter(amount -> amount.subtract(balance).compareTo(A_CENT) >= 0);
                expected.ifPresent(amount -> found.add(
                        exchange.header(HEADER, amount.toPlainString() + ", by what was charged for before")));
                due.filter(amount -> !paysInDiem(exchange))
                        .flatMap(amount -> refunded(balance.subtract(amount), exchanges))
                        .ifPresent(price -> found.add(exchange.header(
                                HEADER, price + " less: nothing was to be paid back of a job that did not fail")));
                due = told;
                bodies(exchange, balance, found);
            }
            due = due.map(amount -> amount.subtract(exchange.due().decimal()));
        }
        return found;
    }

    /** Source: docs/api/money-and-prices.md#diem. */
    private static boolean paysInDiem(ObservedExchange exchange) {
        return exchange.reply()
                .header("x-venice-balance-diem")
                .flatMap(PlainNumber::of)
                .filter(diem -> diem.signum() > 0)
                .isPresent();
    }

    /** The price of a job of the run, if the balance rose by just that; a top-up is of another amount. */
    private static Optional<BigDecimal> refunded(BigDecimal rise, List<ObservedExchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.due().decimal())
                .filter(price -> price.signum() > 0
                        && price.subtract(rise).abs().movePointRight(1).compareTo(A_CENT) < 0)
                .findFirst();
    }

    private static void bodies(ObservedExchange exchange, BigDecimal balance, List<Deviation> found) {
        if (!exchange.reply().ok()) {
            return;
        }
        var pointer = switch (exchange.path()) {
            case "/billing/balance" -> "/balances/usd";
            case "/api_keys/rate_limits" -> "/data/balances/USD";
            default -> "";
        };
        if (pointer.isEmpty()) {
            return;
        }
        var body = exchange.reply().json();
        var node = body.at(pointer);
        var isSame = PlainNumber.of(node)
                .filter(amount -> amount.subtract(balance).abs().compareTo(A_CENT) < 0)
                .isPresent();
        if (node.isNumber() && !isSame) {
            found.add(exchange.at(pointer, balance + ", as " + HEADER + " says", ReplyBodies.shown(node)));
        }
        var consumes = body.path("canConsume");
        if (body.path("consumptionCurrency").asText().equals("USD")
                && consumes.isBoolean()
                && !consumes.booleanValue()
                && balance.signum() > 0) {
            found.add(exchange.at("/canConsume", "true with a balance of " + balance, "false"));
        }
    }
}
