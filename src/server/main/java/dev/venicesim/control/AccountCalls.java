package dev.venicesim.control;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.KeyBudget;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.billing.reads.AccountView;
import dev.venicesim.billing.reads.ParsedQuery;
import dev.venicesim.error.ParameterProblem;
import dev.venicesim.money.Usd;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.scenario.ScenarioSettings;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls that read and change a world's money. A path that names a wallet means the wallet's account, one that names a
 * key that key's spend limit.
 */
final class AccountCalls {

    private static final Set<String> GRANTS = Set.of("balanceUsd", "addUsd", "diem", "spendLimitUsd");
    private static final AccountView.Query LATEST = new AccountView.Query(100, 0, Instant.MAX);

    private final AccountService accounts;

    AccountCalls(AccountService accounts) {
        this.accounts = accounts;
    }

    /**
     * Whose money is meant.
     *
     * @param keyId the key whose spend limit is meant, by its id in the books; empty for a wallet
     */
    private record Holder(World world, AccountSelector selector, String keyId) {

        static Holder of(World world, String name) {
            var settings = world.settings();
            var wallet = WalletAddress.parse(name).map(address -> Credential.wallet(address.toString()));
            if (wallet.filter(settings.credentials()::contains).isPresent()) {
                return new Holder(world, AccountSelector.WALLET, "");
            }
            if (settings.credentials().contains(Credential.apiKey(name))) {
                return new Holder(world, AccountSelector.KEYS, CredentialMask.maskKey(name));
            }
            var onlyWallet =
                    settings.apiKey().isEmpty() && settings.walletAddress().isPresent();
            return new Holder(
                    world,
                    onlyWallet ? AccountSelector.WALLET : AccountSelector.KEYS,
                    settings.apiKey().map(CredentialMask::maskKey).orElse(""));
        }
    }

    /** @param name what the path names the world by: its id, a key or a wallet */
    Reply show(World world, String name, Request request) {
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : List.of("at", "limit", "offset")) {
            request.parameter(parameter).ifPresent(value -> parameters.put(parameter, value));
        }
        var parsed = AccountView.parse(parameters);
        if (parsed instanceof ParsedQuery.Bad<AccountView.Query> bad) {
            throw ProblemException.badRequest(
                    bad.problems().stream().map(AccountCalls::words).collect(Collectors.joining("; ")));
        }
        return view(Holder.of(world, name), ((ParsedQuery.Ok<AccountView.Query>) parsed).query());
    }

    /** Changes all that the body names, or nothing. */
    Reply change(World world, String name, Request request) {
        var body = ControlBody.of(request).knowing(GRANTS);
        var holder = Holder.of(world, name);
        var grants = grants(body, holder);
        if (grants.isEmpty()) {
            throw ProblemException.badRequest("say what to change: balanceUsd, addUsd, diem or spendLimitUsd");
        }
        grant(accounts, holder, grants);
        return view(holder, LATEST);
    }

    /** Sets what a key may spend. */
    static void limit(AccountService accounts, World world, String apiKey, Usd limit) {
        var keyId = CredentialMask.maskKey(apiKey);
        var grant = new Grant.SpendLimit(keyId, Currency.USD, limit);
        grant(accounts, new Holder(world, AccountSelector.KEYS, keyId), List.of(grant));
    }

    /** What a scenario says of a world's accounts. */
    static void open(AccountService accounts, World world, ScenarioSettings.Money says) {
        var keyId = world.settings().apiKey().map(CredentialMask::maskKey).orElse("");
        var keys = new ArrayList<Grant>();
        says.balance().map(Grant.SetUsd::new).ifPresent(keys::add);
        says.diem().map(Grant.SetDiem::new).ifPresent(keys::add);
        says.spendLimit()
                .map(limit -> new Grant.SpendLimit(keyId, Currency.USD, limit))
                .ifPresent(keys::add);
        if (!keys.isEmpty()) {
            grant(accounts, new Holder(world, AccountSelector.KEYS, keyId), keys);
        }
        says.walletBalance()
                .ifPresent(usd ->
                        grant(accounts, new Holder(world, AccountSelector.WALLET, ""), List.of(new Grant.SetUsd(usd))));
    }

    private static List<Grant> grants(ControlBody body, Holder holder) {
        var grants = new ArrayList<Grant>();
        body.usd("balanceUsd").map(Grant.SetUsd::new).ifPresent(grants::add);
        body.usd("addUsd").map(Grant.AddUsd::new).ifPresent(grants::add);
        body.usd("diem").map(Grant.SetDiem::new).ifPresent(grants::add);
        var lifted = body.node().path("spendLimitUsd").isNull();
        if (lifted || body.has("spendLimitUsd")) {
            if (holder.keyId().isEmpty()) {
                throw ProblemException.badRequest("spendLimitUsd is an API key's, and this account is a wallet's");
            }
            var limit = lifted ? KeyBudget.UNLIMITED : body.usd("spendLimitUsd").orElseThrow();
            grants.add(new Grant.SpendLimit(holder.keyId(), Currency.USD, limit));
        }
        return grants;
    }

    private static void grant(AccountService accounts, Holder holder, List<Grant> grants) {
        var now = holder.world().now();
        // what has fallen due comes first, so that a balance that is set is the balance that is read
        accounts.read(holder.world(), holder.selector());
        var change = accounts.change(holder.world(), holder.selector(), account -> granted(account, grants, now));
        if (change instanceof Change.Impossible impossible) {
            throw ProblemException.badRequest(impossible.says());
        }
    }

    private static Change granted(LedgerAccount before, List<Grant> grants, Instant now) {
        var account = before;
        var entries = new ArrayList<LedgerEntry>();
        for (var grant : grants) {
            var change = account.grant(grant, now);
            if (change instanceof Change.Impossible impossible) {
                return new Change.Impossible(before, impossible.says());
            }
            if (change instanceof Change.Done done) {
                entries.addAll(done.entries());
            }
            account = change.account();
        }
        return new Change.Done(account, List.copyOf(entries));
    }

    private Reply view(Holder holder, AccountView.Query query) {
        var account = accounts.read(holder.world(), holder.selector());
        return Reply.json(200, AccountView.render(account, holder.keyId(), query));
    }

    private static String words(ParameterProblem problem) {
        return problem.parameter() + ": " + problem.message();
    }
}
