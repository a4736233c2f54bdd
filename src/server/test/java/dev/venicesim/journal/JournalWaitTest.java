package dev.venicesim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Waits for entries of a journal, and what they cost whoever adds some. */
class JournalWaitTest {

    private static final Predicate<RequestRecord> ANY = entry -> true;

    private final Journals journals = new Journals(10, 1 << 20);
    private final Journal journal = journals.opened("w");

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            journals.add("w", JournalsTest.entry(1));
        }
    }

    private static JournalWait.End ended(JournalWait wait) {
        return wait.within(0).toCompletableFuture().join();
    }

    @Test
    void isSatisfiedByWhatIsThereAlready() {
        add(2);
        assertThat(ended(journal.await(ANY, 2))).isEqualTo(JournalWait.End.SATISFIED);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void isSatisfiedByTheEntryThatMakesTheNumberFull() {
        add(1);
        var wait = journal.await(ANY, 3);
        add(1);
        assertThat(journal.waiting()).isEqualTo(1);
        add(1);
        assertThat(journal.waiting()).isZero();
        assertThat(ended(wait)).isEqualTo(JournalWait.End.SATISFIED);
    }

    @Test
    void countsOnlyWhatIsKept() {
        add(9);
        var wait = journal.await(ANY, 11);
        add(5);
        assertThat(journal.waiting()).isEqualTo(1);
        assertThat(ended(wait)).isEqualTo(JournalWait.End.TIME);
        assertThat(journal.waiting()).isZero();
    }

    @Test
    void isForgottenWhenItsClientIsGone() {
        var wait = journal.await(ANY, 1);
        wait.giveUp();
        assertThat(journal.waiting()).isZero();
        assertThat(ended(wait)).isEqualTo(JournalWait.End.GIVEN_UP);
    }

    @Test
    void costsOneStepForEachEntryThatComesAndOneForEachThatGoes() {
        add(10);
        var steps = new AtomicInteger();
        var unused = journal.await(
                entry -> {
                    steps.incrementAndGet();
                    return false;
                },
                1);
        assertThat(steps).hasValue(10);
        steps.set(0);
        add(100);
        assertThat(steps).hasValue(200);
    }

    @Test
    void isRefusedWhereTenThousandWait() {
        for (int i = 0; i < 10_000; i++) {
            var unused = journal.await(ANY, 1);
        }
        assertThatThrownBy(() -> journal.await(ANY, 1)).isInstanceOf(Journal.TooManyWaitsException.class);
        add(1);
        assertThat(journal.waiting()).isZero();
        assertThat(ended(journal.await(ANY, 1))).isEqualTo(JournalWait.End.SATISFIED);
    }
}
