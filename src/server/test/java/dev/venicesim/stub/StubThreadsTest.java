package dev.venicesim.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.acceptance.HandAlarm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubThreadsTest {

    private final HandAlarm alarm = new HandAlarm();
    private final StubThreads threads = new StubThreads(alarm.alarm((delay, task) -> task));
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void release() {
        release.countDown();
    }

    private CompletableFuture<String> run(Supplier<String> work) {
        return threads.run(work, late -> String.valueOf(late.getMessage())).toCompletableFuture();
    }

    /** Work that has begun and does not end before the test does. */
    private CompletableFuture<String> stuck() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var result = run(() -> {
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "at last";
        });
        begun.await();
        return result;
    }

    @Test
    void givesBackWhatTheWorkMade() {
        assertThat(run(() -> "made").join()).isEqualTo("made");
    }

    @Test
    void handsOnWhatTheWorkThrew() {
        assertThatThrownBy(() -> run(() -> {
                            throw new StackOverflowError("deep");
                        })
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void answersForWorkWhoseTimeIsOverAndGoesOnWithOthers() throws InterruptedException {
        var late = stuck();
        var limit = alarm.next();
        assertThat(limit.delay()).isEqualTo(StubThreads.LIMIT);
        assertThat(late).isNotDone();

        limit.end();

        assertThat(late.join()).isEqualTo("to evaluate it took more than 10 s");
        assertThat(run(() -> "others").join()).isEqualTo("others");
    }

    @Test
    void refusesAtOnceWhileEveryThreadIsHeldAndTakesWorkAgainAfterwards() throws InterruptedException {
        for (var i = 0; i < StubThreads.THREADS; i++) {
            var unused = stuck();
        }
        var waiting = run(() -> "in turn");
        for (var i = 0; i < StubThreads.THREADS; i++) {
            alarm.next().end();
        }
        alarm.next().end();

        assertThat(waiting.join()).contains("more than 10 s");
        assertThat(run(() -> "no thread").join()).contains("held every thread");
        release.countDown();
        for (var answer = ""; !answer.equals("again"); ) {
            answer = run(() -> "again").join();
        }
    }
}
