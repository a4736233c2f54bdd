package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.usd;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store does with the transitions: retries them until nobody came between. */
class LedgerAccountRaceTest {

    private static final int THREADS = 64;
    private static final int STEPS = 150;
    private static final List<ClaimSettlement.Kind> ENDS = List.of(ClaimSettlement.Kind.values());

    private static final class Cell {

        private final AtomicReference<LedgerAccount> account;

        Cell(LedgerAccount account) {
            this.account = new AtomicReference<>(account);
        }

        LedgerAccount now() {
            return requireNonNull(account.get());
        }

        Change compute(Function<LedgerAccount, Change> transition) {
            while (true) {
                var before = now();
                var change = transition.apply(before);
                if (account.compareAndSet(before, change.account())) {
                    return change;
                }
            }
        }
    }

    /** The same jobs are accepted, ended and ended otherwise by all threads at once. */
    private static Callable<Long> client(Cell cell, CyclicBarrier start, int seed, AccountKind kind) {
        return () -> {
            var random = new SplittableRandom(seed);
            var accepted = 0L;
            start.await();
            for (var step = 0; step < STEPS; step++) {
                var id = "job-" + random.nextInt(400);
                var second = step;
                var taken = cell.compute(account -> kind == AccountKind.WALLET
                        ? account.hold(job(id), usd("0.55"), after(second))
                        : account.charge(job(id), usd("0.55"), after(second)));
                accepted += taken instanceof Change.Done ? 1 : 0;
                var end = ENDS.get(random.nextInt(ENDS.size()));
                var other = "job-" + random.nextInt(400);
                cell.compute(account -> account.settle(due(other, end, second)));
                cell.compute(account -> account.credit("payment-" + second, usd("0.50"), after(second)));
            }
            return accepted;
        };
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void theBooksBalanceUnderSixtyFourThreads(AccountKind kind) throws Exception {
        var cell = new Cell(LedgerAccount.open(kind, usd("5.00")));
        var start = new CyclicBarrier(THREADS);
        var pool = Executors.newFixedThreadPool(THREADS);
        var accepted = 0L;
        try {
            var clients = new ArrayList<Callable<Long>>();
            for (var seed = 0; seed < THREADS; seed++) {
                clients.add(client(cell, start, seed, kind));
            }
            for (var result : pool.invokeAll(clients)) {
                accepted += result.get();
            }
        } finally {
            pool.shutdownNow();
        }
        var account = cell.now();
        Books.balance(account);
        assertThat(accepted)
                .isEqualTo(
                        account.unsettled().size() + account.claims().closed().size());
        assertThat(account.payments().size()).isEqualTo(STEPS);
        assertThat(accepted).isBetween(50L, 400L);
        assertThat(ended(account)).isNotEmpty();
    }

    private static List<LedgerEntry> ended(LedgerAccount account) {
        return account.ledger().entries().stream()
                .filter(entry -> entry.type() == EntryType.REFUND || entry.type() == EntryType.RELEASE)
                .toList();
    }
}
