package dev.venicesim.pipeline;

import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.billing.reads.WalletBalance;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.AccountService;
import java.util.function.UnaryOperator;

/**
 * Headers that tell an authenticated caller its balance as it was before the request, and a wallet also what the
 * request left of it.
 */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#headers-of-every-reply")
record BalanceHeaders(AccountService accounts) {

    /** What adds them to a reply; to be asked before the request is carried out. */
    UnaryOperator<Reply.Now> of(Exchange exchange) {
        if (exchange.caller() instanceof Caller.Anonymous) {
            return UnaryOperator.identity();
        }
        var before = before(exchange);
        var tellsTheRest =
                exchange.caller() instanceof Caller.Wallet && exchange.quirks().is(ApiQuirk.BALANCE_REMAINING, "on");
        return reply -> {
            var told = reply.withDefaults(before);
            return tellsTheRest && reply.status() < 300 ? told.withDefaults(remaining(exchange)) : told;
        };
    }

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#the-remaining-balance-header")
    private Headers remaining(Exchange exchange) {
        var account = accounts.glance(exchange.world(), AccountSelector.WALLET, exchange.now());
        return Headers.of("X-Balance-Remaining", WalletBalance.remaining(account));
    }

    private Headers before(Exchange exchange) {
        var balances = accounts.glance(exchange.world(), exchange.selector(), exchange.now())
                .balances();
        return Headers.of(
                "x-venice-balance-usd", balances.usd().number().toPlainString(),
                "x-venice-balance-diem", balances.diem().number().toPlainString());
    }
}
