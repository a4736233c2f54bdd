package dev.venicesim.operation.account;

import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.reads.WalletBalance;
import dev.venicesim.billing.reads.WalletTransactions;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.error.Verdict;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountSelector;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads of {@code GET /x402/balance/{wallet}} and {@code GET /x402/transactions/{wallet}}: a signed-in wallet reads its
 * own account, and nobody else's.
 */
public final class WalletReads {

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#balance-of-a-wallet")
    private static final Pattern ADDRESS = Pattern.compile("0x[a-fA-F0-9]{40}|[1-9A-HJ-NP-Za-km-z]{32,44}");

    private final Services services;

    public WalletReads(Services services) {
        this.services = services;
    }

    public OperationResult balance(Exchange exchange) {
        return own(
                exchange,
                address -> OperationResult.of(Reply.json(200, WalletBalance.render(account(exchange), address))));
    }

    public OperationResult transactions(Exchange exchange) {
        var asked = QueryParameters.of(exchange.request(), "limit", "offset");
        return own(
                exchange,
                address -> QueryParameters.answer(
                        exchange,
                        WalletTransactions.parse(asked),
                        query -> Reply.json(200, WalletTransactions.render(account(exchange), address, query))));
    }

    private OperationResult own(Exchange exchange, Function<String, OperationResult> answer) {
        var address = exchange.variables().getOrDefault("wallet", "");
        return wellFormed(address)
                .then(good -> CallerAuthenticator.owns((Caller.Wallet) exchange.caller(), good, exchange.quirks()))
                .fold(wallet -> answer.apply(address), exchange::refuse);
    }

    private static Verdict<String> wellFormed(String address) {
        return ADDRESS.matcher(address).matches()
                ? Verdict.accept(address)
                : Verdict.refuse(
                        ParameterProblem.refusal(List.of(ParameterProblem.badPattern("walletAddress"))),
                        "the path names no wallet (docs/api/wallets.md, \"Balance of a wallet\")");
    }

    private LedgerAccount account(Exchange exchange) {
        return services.accounts().read(exchange.world(), AccountSelector.WALLET, exchange.now());
    }
}
