package dev.venicesim.contract.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Oracle of the key's balance: from one reply to the next it moves by what was due in between, and by nothing else; what
 * is read about the account says the same. A header tells the balance before its request.
 */
final class BalanceMoves {

    private static final String HEADER = "x-venice-balance-usd";

    private BalanceMoves() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        Optional<BigDecimal> due = Optional.empty();
        for (var exchange : exchanges) {
            if (!exchange.isKeyed()) {
                continue;
            }
            var told = exchange.reply().header(HEADER).flatMap(BalanceMoves::number);
            if (told.isPresent()) {
                var balance = told.get();
                var expected = due.filter(amount -> amount.compareTo(balance) != 0);
                expected.ifPresent(amount -> found.add(
                        exchange.header(HEADER, amount.toPlainString() + ", by what was charged for before")));
                due = told;
                bodies(exchange, balance, found);
            }
            due = due.map(amount -> amount.subtract(exchange.due().decimal()));
        }
        return found;
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
        var node = exchange.reply().json().at(pointer);
        if (!node.isNumber() || node.decimalValue().compareTo(balance) != 0) {
            found.add(exchange.at(pointer, balance + ", as " + HEADER + " says", ReplyBodies.shown(node)));
        }
        var consumes = exchange.reply().json().path("canConsume");
        if (consumes.isBoolean() && !consumes.booleanValue() && balance.signum() > 0) {
            found.add(exchange.at("/canConsume", "true with a balance of " + balance, "false"));
        }
    }

    static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,12})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
