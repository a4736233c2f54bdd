package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.Who;
import dev.venicesim.billing.Account;
import dev.venicesim.billing.reads.WalletBalance;
import dev.venicesim.billing.reads.WalletTransactions;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Purse;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code GET /x402/balance/{wallet}} and {@code GET /x402/transactions/{wallet}}: a signed-in wallet reads its own account, and nobody else's. */
final class WalletReads {

    @Verified(on = "2026-08-21", source = "api-facts 3.5")
    private static final Pattern ADDRESS = Pattern.compile("0x[a-fA-F0-9]{40}|[1-9A-HJ-NP-Za-km-z]{32,44}");

    private final Desk desk;

    WalletReads(Desk desk) {
        this.desk = desk;
    }

    Reply balance(Call call) {
        return own(call, address -> Reply.json(200, WalletBalance.render(account(call), address)));
    }

    Reply transactions(Call call) {
        var asked = Parameters.of(call.request(), "limit", "offset");
        return own(
                call,
                address -> Parameters.answer(
                        call,
                        WalletTransactions.parse(asked),
                        query -> Reply.json(200, WalletTransactions.render(account(call), address, query))));
    }

    private Reply own(Call call, Function<String, Reply> answer) {
        var address = call.variables().getOrDefault("wallet", "");
        return wellFormed(address)
                .then(good -> Who.owns((Caller.Wallet) call.caller(), good, call.quirks()))
                .fold(wallet -> answer.apply(address), call::refuse);
    }

    private static Verdict<String> wellFormed(String address) {
        return ADDRESS.matcher(address).matches()
                ? Verdict.accept(address)
                : Verdict.refuse(
                        ParameterProblem.refusal(List.of(ParameterProblem.badPattern("walletAddress"))),
                        "the path names no wallet (api-facts 3.5)");
    }

    private Account account(Call call) {
        return desk.accounts().read(call.world(), Purse.WALLET);
    }
}
