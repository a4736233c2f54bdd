package dev.venicesim.control;

import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.reads.AccountView;
import dev.venicesim.billing.reads.Parsed;
import dev.venicesim.money.Usd;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Purse;
import dev.venicesim.world.World;
import java.util.LinkedHashMap;
import java.util.Set;

/** Reading and changing a world's money. */
final class AccountCalls {

    private static final Set<String> GRANTS = Set.of("balanceUsd", "addUsd", "diem", "spendLimitUsd");

    private final Accounts accounts;

    AccountCalls(Accounts accounts) {
        this.accounts = accounts;
    }

    Reply show(World world, Request request) {
        var parameters = new LinkedHashMap<String, String>();
        for (var name : Set.of("at", "limit", "offset")) {
            Paths.parameter(request.query(), name).ifPresent(value -> parameters.put(name, value));
        }
        var parsed = AccountView.parse(parameters);
        if (parsed instanceof Parsed.Bad<AccountView.Query> bad) {
            throw Problem.badRequest(bad.problems().get(0).toString());
        }
        return view(world, ((Parsed.Ok<AccountView.Query>) parsed).query());
    }

    Reply change(World world, Request request) {
        var body = Body.of(request).knowing(GRANTS);
        if (GRANTS.stream().noneMatch(body::has)) {
            throw Problem.badRequest("say what to change: balanceUsd, addUsd, diem or spendLimitUsd");
        }
        body.usd("balanceUsd").ifPresent(usd -> grant(world, new Grant.SetUsd(usd)));
        body.usd("addUsd").ifPresent(usd -> grant(world, new Grant.AddUsd(usd)));
        body.usd("diem").ifPresent(diem -> grant(world, new Grant.SetDiem(diem)));
        body.usd("spendLimitUsd")
                .ifPresent(
                        usd -> limit(accounts, world, world.settings().apiKey().orElse(""), usd));
        return view(world, new AccountView.Query(100, 0, java.time.Instant.MAX));
    }

    static void limit(Accounts accounts, World world, String apiKey, Usd limit) {
        grant(accounts, world, new Grant.SpendLimit(Credentials.maskKey(apiKey), Currency.USD, limit));
    }

    private void grant(World world, Grant grant) {
        grant(accounts, world, grant);
    }

    /** Changes the account of a world's API keys. */
    void keys(World world, Grant grant) {
        grant(accounts, world, Purse.KEYS, grant);
    }

    /** Changes the account of a world's wallet. */
    void wallet(World world, Grant grant) {
        grant(accounts, world, Purse.WALLET, grant);
    }

    /** Limits what a world's first API key may spend. */
    void spendLimit(World world, Usd limit) {
        keys(world, new Grant.SpendLimit(keyId(world), Currency.USD, limit));
    }

    private static String keyId(World world) {
        return world.settings().apiKey().map(Credentials::maskKey).orElse("");
    }

    private static void grant(Accounts accounts, World world, Grant grant) {
        grant(accounts, world, purse(world), grant);
    }

    private static void grant(Accounts accounts, World world, Purse purse, Grant grant) {
        try {
            var change = accounts.change(world, purse, account -> account.grant(grant, world.now()));
            if (change instanceof Change.Impossible impossible) {
                throw Problem.badRequest(impossible.says());
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Reply view(World world, AccountView.Query query) {
        var keyId = world.settings().apiKey().map(Credentials::maskKey).orElse("");
        return Reply.json(200, AccountView.render(accounts.read(world, purse(world)), keyId, query));
    }

    private static Purse purse(World world) {
        var settings = world.settings();
        return settings.apiKey().isEmpty() && settings.walletAddress().isPresent() ? Purse.WALLET : Purse.KEYS;
    }
}
