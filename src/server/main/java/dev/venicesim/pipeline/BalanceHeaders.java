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
 * Headers that tell an authenticated caller its balance: a key's as it was before the request, a wallet's as the
 * request left it.
 */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#headers-of-every-reply")
record BalanceHeaders(AccountService accounts) {

    /** What adds them to a reply; to be asked before the request is carried out. */
    UnaryOperator<Reply.Now> of(Exchange exchange) {
        if (exchange.caller() instanceof Caller.Wallet && exchange.quirks().is(ApiQuirk.BALANCE_REMAINING, "on")) {
            return reply -> reply.status() < 300 ? reply.withDefaults(remaining(exchange)) : reply;
        }
        if (!(exchange.caller() instanceof Caller.ApiKey)) {
            return UnaryOperator.identity();
        }
        var before = before(exchange);
        return reply -> reply.withDefaults(before);
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
