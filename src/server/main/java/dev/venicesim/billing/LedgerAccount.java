package dev.venicesim.billing;

import dev.venicesim.api.Verified;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account as a value. Every transition is pure: it may be retried, and returns a new account. Nothing in it goes
 * below zero, no queue id is charged or given back twice, and the opening balance plus the entries is the balance at
 * every instant.
 *
 * @param claims what has been taken for jobs, open and closed
 * @param budgets by key id; a key without an entry is unlimited and has spent nothing
 * @param spentByModel charged and not given back, in dollars and DIEM together, since the account was opened
 * @param payments amounts credited, by payment id
 * @param diemAllocation DIEM per epoch; zero if none is staked
 */
public record LedgerAccount(
        AccountKind kind,
        Ledger ledger,
        Claims claims,
        PersistentMap<KeyBudget> budgets,
        PersistentMap<Usd> spentByModel,
        PersistentMap<Usd> payments,
        Usd diemAllocation) {

    /** Credit a wallet must have before it may ask for anything paid. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#wallets-below-the-floor")
    public static final Usd WALLET_FLOOR = Usd.ofCents(10);

    /** The most an account can hold: a million million dollars, so that no sum overflows. */
    public static final Usd MOST = Usd.ofCents(100_000_000_000_000L);

    /** A new account with an opening balance of at most {@link #MOST}. */
    public static LedgerAccount open(AccountKind kind, Usd opening) {
        return open(kind, opening, Ledger.CAPACITY);
    }

    static LedgerAccount open(AccountKind kind, Usd opening, int capacity) {
        if (opening.isNegative() || MOST.isLessThan(opening)) {
            throw new IllegalArgumentException("an opening balance is from 0 to " + MOST + " dollars, not " + opening);
        }
        return new LedgerAccount(
                kind,
                Ledger.opening(Balances.usd(opening), capacity),
                Claims.NONE,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Usd.ZERO);
    }

    public Balances balances() {
        return ledger.balances();
    }

    /** What can be spent in dollars: the balance less what is held. */
    public Usd available() {
        return balances().free();
    }

    /** Whether a wallet is too low for anything paid, whatever it costs. */
    public boolean isBelowFloor() {
        return available().isLessThan(WALLET_FLOOR);
    }

    public KeyBudget budget(String keyId) {
        return budgets.get(keyId).orElse(KeyBudget.FREE);
    }

    /** Dollars charged and not given back, by all keys. */
    Usd spentUsd() {
        return budgets.asMap().values().stream().map(KeyBudget::usdSpent).reduce(Usd.ZERO, Usd::plus);
    }

    /** The same as it stood at an instant, for instants the ledger still covers. */
    public Usd spentUsd(Instant at) {
        var entries = ledger.entries();
        return entries.subList(ledger.countUntil(at), entries.size()).stream()
                .filter(entry -> entry.type().isUsage() && entry.currency() == Currency.USD)
                .map(LedgerEntry::amount)
                .reduce(spentUsd(), Usd::plus);
    }

    /** Claims whose job's end has not been settled, by queue id: the jobs to ask for dues before anything else. */
    public Map<String, Claim> unsettled() {
        return claims.open().asMap();
    }

    /** How the claim of a job ended; empty while it is open, and once every trace of it was folded away. */
    public Optional<Claims.Ending> ending(String queueId) {
        return claims.closed().get(queueId);
    }

    /**
     * Takes the price of a job at once, DIEM first. Idempotent by queue id.
     *
     * @throws IllegalArgumentException if the price is negative or the purchase has no queue id
     */
    public Change charge(Purchase purchase, Usd price, Instant now) {
        return Charging.charge(this, purchase, price, now);
    }

    /**
     * Sets the price of a job aside, in dollars, until the job ends. Idempotent by queue id.
     *
     * @throws IllegalArgumentException if the price is negative or the purchase has no queue id
     */
    public Change hold(Purchase purchase, Usd price, Instant now) {
        return Charging.hold(this, purchase, price, now);
    }

    /** Ends one claim. Idempotent by queue id: of several ends the first to arrive counts. */
    public Change settle(ClaimSettlement due) {
        return Settling.settle(this, due);
    }

    /** Ends claims in the order in which they fell due; what is unknown or already ended is passed over. */
    public LedgerAccount settle(List<ClaimSettlement> dues) {
        return Settling.settle(this, dues);
    }

    /** The same with the entries that this wrote. */
    public Change.Done settleAll(List<ClaimSettlement> dues) {
        var after = Settling.settle(this, dues);
        return new Change.Done(after, LedgerComparison.added(ledger, after.ledger()));
    }

    /** Adds a payment. Idempotent by payment id, for the life of the account. */
    public Change credit(String paymentId, Usd amount, Instant now) {
        return Granting.credit(this, paymentId, amount, now);
    }

    /** Does what the control API asks. */
    public Change grant(Grant grant, Instant now) {
        return Granting.grant(this, grant, now);
    }

    LedgerAccount book(Posting posting) {
        var forgotten = ledger.nextFolded();
        var left = forgotten.isEmpty() ? claims : claims.forget(forgotten);
        return new LedgerAccount(kind, ledger.append(posting), left, budgets, spentByModel, payments, diemAllocation);
    }

    LedgerAccount with(Claims changed) {
        return new LedgerAccount(kind, ledger, changed, budgets, spentByModel, payments, diemAllocation);
    }

    LedgerAccount with(String keyId, KeyBudget budget) {
        return new LedgerAccount(
                kind, ledger, claims, budgets.put(keyId, budget), spentByModel, payments, diemAllocation);
    }

    LedgerAccount withPayment(String paymentId, Usd amount) {
        return new LedgerAccount(
                kind, ledger, claims, budgets, spentByModel, payments.put(paymentId, amount), diemAllocation);
    }

    LedgerAccount withAllocation(Usd diem) {
        return new LedgerAccount(kind, ledger, claims, budgets, spentByModel, payments, diem);
    }

    /** Counts a price as spent, or with negative amounts as unspent. */
    LedgerAccount spend(Purchase purchase, Usd usd, Usd diem) {
        var model = purchase.model();
        var spent = spentByModel.get(model).orElse(Usd.ZERO).plus(usd).plus(diem);
        return new LedgerAccount(
                kind,
                ledger,
                claims,
                budgets.put(purchase.keyId(), budget(purchase.keyId()).spend(usd, diem)),
                spentByModel.put(model, spent),
                payments,
                diemAllocation);
    }
}
