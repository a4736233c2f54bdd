package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountPartsTest {

    /** A store of parts, as a file keeps them. */
    private static final class Kept {
        private final Map<AccountPart, SortedMap<String, Object>> parts = new EnumMap<>(AccountPart.class);
        private final List<String> writes = new ArrayList<>();

        void keep(Optional<LedgerAccount> before, LedgerAccount after) {
            writes.clear();
            AccountParts.changes(before, after, (part, key, value) -> {
                writes.add(part + " " + key);
                var of = parts.computeIfAbsent(part, none -> new TreeMap<>());
                value.ifPresentOrElse(now -> of.put(key, part.type().cast(now)), () -> of.remove(key));
            });
        }

        LedgerAccount account() {
            return AccountParts.assemble(parts);
        }
    }

    @Test
    void comesBackFromItsPartsWhateverWasDone() {
        for (var opened : List.of(keys("50"), wallet("50"))) {
            var kept = new Kept();
            kept.keep(Optional.empty(), opened);
            var account = opened;
            var random = new Random(7);
            for (int i = 0; i < 600; i++) {
                var next = step(account, random, i);
                kept.keep(Optional.of(account), next);
                account = next;
                if (i % 50 == 0) {
                    assertSame(kept.account(), account);
                }
            }
            assertSame(kept.account(), account);
            Books.balance(kept.account());
        }
    }

    /** As a replica follows another one: some changes at a time, over the account that it has. */
    @Test
    void isFollowedByItsChanges() {
        for (var opened : List.of(keys("50"), wallet("50"))) {
            var changed = new EnumMap<AccountPart, SortedMap<String, Optional<Object>>>(AccountPart.class);
            AccountParts.Sink sink = (part, key, value) ->
                    changed.computeIfAbsent(part, none -> new TreeMap<>()).put(key, value.map(Object.class::cast));
            AccountParts.changes(Optional.empty(), opened, sink);
            var follower = AccountParts.patch(Optional.empty(), changed);
            changed.clear();
            var account = opened;
            var random = new Random(13);
            for (int i = 0; i < 600; i++) {
                var next = step(account, random, i);
                AccountParts.changes(Optional.of(account), next, sink);
                account = next;
                if (random.nextInt(7) == 0) {
                    follower = AccountParts.patch(Optional.of(follower), changed);
                    changed.clear();
                    assertSame(follower, account);
                }
            }
        }
    }

    @Test
    void isFollowedPastEntriesThatWereFoldedAway() {
        var before = LedgerAccount.open(keys("50").kind(), usd("50"), Ledger.CHUNK);
        var account = before;
        var random = new Random(17);
        for (int i = 0; i < 5 * Ledger.CHUNK; i++) {
            account = step(account, random, i);
        }
        assertThat(account.ledger().folded()).isPositive();
        var changed = new EnumMap<AccountPart, SortedMap<String, Optional<Object>>>(AccountPart.class);
        AccountParts.changes(
                Optional.of(before),
                account,
                (part, key, value) ->
                        changed.computeIfAbsent(part, none -> new TreeMap<>()).put(key, value.map(Object.class::cast)));
        assertSame(AccountParts.patch(Optional.of(before), changed), account);
    }

    private static LedgerAccount step(LedgerAccount account, Random random, int i) {
        var price = usd("0.0" + (1 + random.nextInt(9)));
        var earlier = "q" + random.nextInt(i + 1);
        return switch (random.nextInt(6)) {
            case 0 ->
                account.settle(due(earlier, ClaimSettlement.Kind.REFUND, i)).account();
            case 1 ->
                account.settle(due(earlier, ClaimSettlement.Kind.SETTLE, i)).account();
            case 2 -> account.credit("p" + i, price, after(i)).account();
            default ->
                account.kind() == AccountKind.WALLET
                        ? account.hold(job("q" + i), price, after(i)).account()
                        : account.charge(job("q" + i), price, after(i)).account();
        };
    }

    private static void assertSame(LedgerAccount read, LedgerAccount written) {
        assertThat(read.ledger().entries()).isEqualTo(written.ledger().entries());
        assertThat(read.ledger().opening()).isEqualTo(written.ledger().opening());
        assertThat(read.balances()).isEqualTo(written.balances());
        assertThat(read.claims()).isEqualTo(written.claims());
        assertThat(read.budgets()).isEqualTo(written.budgets());
        assertThat(read.spentByModel()).isEqualTo(written.spentByModel());
        assertThat(read.payments()).isEqualTo(written.payments());
        assertThat(read.diemAllocation()).isEqualTo(written.diemAllocation());
        assertThat(read.kind()).isEqualTo(written.kind());
    }

    @Test
    void aChargeWritesAHandfulOfPartsWhateverTheAccountHasSeen() {
        for (var before : List.of(0, 1, 10_000)) {
            var account = keys("100000");
            for (int i = 0; i < before; i++) {
                account = account.charge(job("old" + i), usd("0.01"), T0).account();
            }
            var kept = new Kept();
            kept.keep(
                    Optional.of(account),
                    account.charge(job("new"), usd("0.55"), after(1)).account());
            assertThat(kept.writes)
                    .as("after %s charges", before)
                    .hasSizeLessThanOrEqualTo(4)
                    .contains("CLAIM new", "ENTRY " + String.format("%012d", before));
        }
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        var account = keys("1").charge(job("q"), usd("0.55"), T0).account();
        var kept = new Kept();
        kept.keep(Optional.of(account), account);
        assertThat(kept.writes).isEmpty();
    }

    @Test
    void entriesThatWereFoldedAreKeptNoMore() {
        var account = LedgerAccount.open(AccountKind.API_KEYS, usd("1000"), 2 * Ledger.CHUNK);
        var kept = new Kept();
        kept.keep(Optional.empty(), account);
        for (int i = 0; i < 5 * Ledger.CHUNK; i++) {
            var next = account.charge(job("q" + i), usd("0.01"), after(i)).account();
            kept.keep(Optional.of(account), next);
            account = next;
        }
        assertThat(account.ledger().folded()).isPositive();
        assertSame(kept.account(), account);
        assertThat(kept.parts.get(AccountPart.ENTRY)).hasSize(account.ledger().size());
    }

    @Test
    void partsWithoutAHeadAreNoAccount() {
        assertThatThrownBy(() -> AccountParts.assemble(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesBetweenAnyTwoMapsAreFound() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            var one = randomMap(random);
            var other = random.nextBoolean() ? randomMap(random) : one.put("k" + random.nextInt(30), round);
            var merged = new TreeMap<>(one.asMap());
            other.changesSince(one, (key, value) -> {
                if (value.isPresent()) {
                    merged.put(key, value.get());
                } else {
                    merged.remove(key);
                }
            });
            assertThat(merged).isEqualTo(other.asMap());
        }
    }

    private static PersistentMap<Integer> randomMap(Random random) {
        PersistentMap<Integer> map = PersistentMap.empty();
        for (int i = random.nextInt(40); i > 0; i--) {
            map = map.put("k" + random.nextInt(30), random.nextInt(3));
        }
        return map;
    }
}
