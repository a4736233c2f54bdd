package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Division of an account into parts that a store keeps one by one, and back. */
public final class AccountParts {

    private AccountParts() {}

    /** Sink of changes: a part, its key, and its value or nothing if it is gone. */
    @FunctionalInterface
    public interface Sink {
        void put(AccountPart part, String key, Optional<?> value);
    }

    /** What an account has in other parts than it had before; all of it if it is new. */
    public static void changes(Optional<LedgerAccount> earlier, LedgerAccount after, Sink sink) {
        var before = earlier.orElseGet(() -> LedgerAccount.open(after.kind(), Usd.ZERO));
        var head = AccountHead.of(after);
        if (earlier.isEmpty() || !head.equals(AccountHead.of(before))) {
            sink.put(AccountPart.HEAD, "", Optional.of(head));
        }
        entries(before.ledger(), after.ledger(), sink);
        after.claims().open().changesSince(before.claims().open(), to(AccountPart.CLAIM, sink));
        after.claims().closed().changesSince(before.claims().closed(), to(AccountPart.ENDING, sink));
        after.budgets().changesSince(before.budgets(), to(AccountPart.BUDGET, sink));
        after.spentByModel().changesSince(before.spentByModel(), to(AccountPart.SPENT, sink));
        after.payments().changesSince(before.payments(), to(AccountPart.PAYMENT, sink));
    }

    private static void entries(Ledger before, Ledger after, Sink sink) {
        for (var seq = before.folded(); seq < Math.min(after.folded(), before.nextSeq()); seq++) {
            sink.put(AccountPart.ENTRY, place(seq), Optional.empty());
        }
        for (var seq = Math.max(before.nextSeq(), after.folded()); seq < after.nextSeq(); seq++) {
            sink.put(AccountPart.ENTRY, place(seq), Optional.of(after.get((int) (seq - after.folded()))));
        }
    }

    /** In digits that are ordered as the numbers are. */
    private static String place(long seq) {
        return String.format("%012d", seq);
    }

    private static <V> BiConsumer<String, Optional<V>> to(AccountPart part, Sink sink) {
        return (key, value) -> sink.put(part, key, value);
    }

    /**
     * The account of these parts.
     *
     * @param parts each by its keys in their order
     * @throws IllegalArgumentException if the head is missing
     */
    public static LedgerAccount assemble(Map<AccountPart, SortedMap<String, Object>> parts) {
        var heads = values(parts, AccountPart.HEAD, AccountHead.class);
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("an account has parts and no head");
        }
        var head = heads.values().iterator().next();
        var entries = values(parts, AccountPart.ENTRY, LedgerEntry.class);
        return new LedgerAccount(
                head.kind(),
                Ledger.of(head.opening(), head.folded(), sharing(entries.values())),
                new Claims(
                        PersistentMap.of(values(parts, AccountPart.CLAIM, Claim.class)),
                        PersistentMap.of(values(parts, AccountPart.ENDING, Claims.Ending.class))),
                PersistentMap.of(values(parts, AccountPart.BUDGET, KeyBudget.class)),
                PersistentMap.of(values(parts, AccountPart.SPENT, Usd.class)),
                PersistentMap.of(values(parts, AccountPart.PAYMENT, Usd.class)),
                head.diemAllocation());
    }

    /**
     * An account with parts that somebody else has changed since.
     *
     * @param changed each by its keys in their order, with its value or nothing if it is gone
     */
    public static LedgerAccount patch(
            Optional<LedgerAccount> earlier, Map<AccountPart, SortedMap<String, Optional<Object>>> changed) {
        if (earlier.isEmpty()) {
            return assemble(there(changed));
        }
        var before = earlier.get();
        var parts = there(changed);
        var heads = values(parts, AccountPart.HEAD, AccountHead.class);
        var head = heads.isEmpty()
                ? AccountHead.of(before)
                : heads.values().iterator().next();
        var entries = values(parts, AccountPart.ENTRY, LedgerEntry.class).values();
        var claims = before.claims();
        return new LedgerAccount(
                head.kind(),
                before.ledger().continued(head, List.copyOf(entries)),
                new Claims(
                        patched(claims.open(), changed, AccountPart.CLAIM),
                        patched(claims.closed(), changed, AccountPart.ENDING)),
                patched(before.budgets(), changed, AccountPart.BUDGET),
                patched(before.spentByModel(), changed, AccountPart.SPENT),
                patched(before.payments(), changed, AccountPart.PAYMENT),
                head.diemAllocation());
    }

    private static Map<AccountPart, SortedMap<String, Object>> there(
            Map<AccountPart, SortedMap<String, Optional<Object>>> changed) {
        var there = new EnumMap<AccountPart, SortedMap<String, Object>>(AccountPart.class);
        changed.forEach((part, values) -> values.forEach((key, value) -> value.ifPresent(
                now -> there.computeIfAbsent(part, of -> new TreeMap<>()).put(key, now))));
        return there;
    }

    @SuppressWarnings("unchecked")
    private static <V> PersistentMap<V> patched(
            PersistentMap<V> before, Map<AccountPart, SortedMap<String, Optional<Object>>> changed, AccountPart part) {
        var after = before;
        for (var change : changed.getOrDefault(part, new TreeMap<>()).entrySet()) {
            var key = change.getKey();
            after = change.getValue().isPresent()
                    ? after.put(key, (V) part.type().cast(change.getValue().get()))
                    : after.remove(key);
        }
        return after;
    }

    /** Entries with the texts that neighbours have in common kept once. */
    private static List<LedgerEntry> sharing(Iterable<LedgerEntry> entries) {
        var shared = new ArrayList<LedgerEntry>();
        for (var entry : entries) {
            shared.add(shared.isEmpty() ? entry : entry.sharing(shared.get(shared.size() - 1)));
        }
        return shared;
    }

    @SuppressWarnings("unchecked")
    private static <V> SortedMap<String, V> values(
            Map<AccountPart, SortedMap<String, Object>> parts, AccountPart part, Class<V> type) {
        var values = parts.getOrDefault(part, new TreeMap<>());
        if (!values.values().stream().allMatch(type::isInstance)) {
            throw new IllegalStateException("the part " + part + " holds what is no " + type.getSimpleName());
        }
        return (SortedMap<String, V>) (SortedMap<String, ?>) values;
    }
}
