package dev.venicesim.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who moves time, when, and what is said when nobody can. */
class VirtualTimeTest {

    private final HandClock source = new HandClock();
    private final VirtualTime time = new VirtualTime(source, TimeSource.system());
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
    }

    private static String me() {
        return Thread.currentThread().getName();
    }

    @Test
    void oneWhoSleepsMovesTimeByOneCall() throws InterruptedException {
        time.sleep(Duration.ofSeconds(5));
        time.sleep(Duration.ofSeconds(7));
        assertThat(source.moves()).containsExactly(HandClock.START.plusSeconds(5), HandClock.START.plusSeconds(12));
        assertThat(time.now()).isEqualTo(HandClock.START.plusSeconds(12));
    }

    @Test
    void noPauseMovesNothing() throws InterruptedException {
        time.sleep(Duration.ZERO);
        time.sleep(Duration.ofSeconds(-1));
        assertThat(source.moves()).isEmpty();
    }

    @Test
    void timeStandsWhileOneWhoTakesPartIsAtWork() throws Exception {
        time.join();
        var began = new CountDownLatch(1);
        var sleeper = pool.submit(() -> {
            // from now on nobody's pause moves time without this thread's
            time.join();
            began.countDown();
            time.sleep(Duration.ofSeconds(5));
            return time.now();
        });
        began.await();
        assertThat(time.now()).isEqualTo(HandClock.START);
        assertThat(source.moves()).isEmpty();
        // to the earlier of both, whoever asks first
        time.sleep(Duration.ofSeconds(3));
        assertThat(time.now()).isEqualTo(HandClock.START.plusSeconds(3));
        time.leave();
        assertThat(sleeper.get()).isEqualTo(HandClock.START.plusSeconds(5));
    }

    @Test
    void threadsWakeInTheOrderOfTheirInstants() throws Exception {
        var woken = Collections.synchronizedList(new ArrayList<Integer>());
        time.join();
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var seconds : List.of(30, 10, 20)) {
            var entered = new CountDownLatch(1);
            all.add(CompletableFuture.runAsync(
                    () -> {
                        time.join();
                        entered.countDown();
                        for (var round = 0; round < 3; round++) {
                            sleep(Duration.ofSeconds(seconds));
                            woken.add((int) Duration.between(HandClock.START, time.now())
                                                    .toSeconds()
                                            * 100
                                    + seconds);
                        }
                    },
                    pool));
            entered.await();
        }
        time.leave();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        assertThat(woken)
                .containsExactlyInAnyOrder(1010, 2010, 2020, 3010, 3030, 4020, 6020, 6030, 9030)
                .isSortedAccordingTo((one, other) -> Integer.compare(one / 100, other / 100));
    }

    private void sleep(Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aThreadThatIsIdleInItsPoolHoldsNobodyUp() throws Exception {
        pool.submit(() -> {
                    time.sleep(Duration.ofSeconds(1));
                    return true;
                })
                .get();
        time.sleep(Duration.ofSeconds(5));
        assertThat(time.now()).isEqualTo(HandClock.START.plusSeconds(6));
    }

    @Test
    void aThreadThatHasEndedHoldsNobodyUp() throws Exception {
        var ended = new Thread(time::join);
        ended.start();
        ended.join();
        time.sleep(Duration.ofSeconds(5));
        assertThat(time.now()).isEqualTo(HandClock.START.plusSeconds(5));
    }

    /** Real time that passes by being looked at. */
    private static final class HurriedTime implements TimeSource {

        private final AtomicLong nanos = new AtomicLong();

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        }
    }

    @Test
    void realWaitingIsTold() throws InterruptedException {
        var hurried = new VirtualTime(source, new HurriedTime());
        hurried.join();
        var poller = pool.submit(() -> {
            Thread.currentThread().setName("poller");
            hurried.sleep(Duration.ofSeconds(5));
            return true;
        });
        assertThat(failureOf(poller))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stands at " + HandClock.START)
                .hasMessageContaining(me() + " waits in real time, at ")
                .hasMessageContaining("VirtualTimeTest.java:")
                .hasMessageContaining("poller waits to sleep 5s, until " + HandClock.START.plusSeconds(5))
                .hasMessageContaining("call world.clock().leave() in it");
    }

    @Test
    void realWaitingIsToldToWhoWaitsForASchedulerToEnd() throws InterruptedException {
        var hurried = new VirtualTime(source, new HurriedTime());
        hurried.join();
        var scheduler = new WorldScheduler(hurried);
        var ending = pool.submit(() -> scheduler.awaitTermination(1, TimeUnit.DAYS));
        assertThat(failureOf(ending))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(me() + " waits in real time, at ")
                .hasMessageContaining("waits for a scheduler to end");
    }

    private static Throwable failureOf(Future<?> future) throws InterruptedException {
        try {
            future.get();
            throw new AssertionError("nothing was told");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    @Test
    void nobodyDueIsToldWithWhoWaitsForWhat() {
        var scheduler = new WorldScheduler(time);
        // so that nobody is stuck before this thread waits too
        time.join();
        var stuck = scheduler.submit(() -> scheduler.submit(() -> "never").get());
        assertThatThrownBy(stuck::get)
                .hasStackTraceContaining("nobody is due: the world's time stands at " + HandClock.START)
                .hasStackTraceContaining("world-scheduler waits for the result of a task")
                .hasStackTraceContaining(me() + " waits for the result of a task");
    }

    @Test
    void aPauseBeyondTheEndOfTheClockIsNeverDue() {
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody is due")
                .hasMessageContaining(me() + " waits to sleep");
        assertThat(source.moves()).isEmpty();
    }

    @Test
    void aSleeperCanBeInterrupted() throws Exception {
        time.join();
        var sleeping = new CompletableFuture<Thread>();
        var ended = new CompletableFuture<Throwable>();
        pool.execute(() -> {
            time.join();
            sleeping.complete(Thread.currentThread());
            try {
                time.sleep(Duration.ofSeconds(5));
                ended.complete(new AssertionError("it slept"));
            } catch (InterruptedException e) {
                ended.complete(e);
            }
        });
        sleeping.get().interrupt();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        time.sleep(Duration.ofSeconds(1));
        assertThat(source.moves()).containsExactly(HandClock.START.plusSeconds(1));
    }

    @Test
    void aClockThatRunsAgainIsSharedAgainByTheNextPause() throws InterruptedException {
        time.share();
        time.move(() -> new VirtualTime.Reading(HandClock.START.plusSeconds(9), false));
        time.sleep(Duration.ofSeconds(1));
        assertThat(source.timesShared()).isEqualTo(2);
        assertThat(source.moves()).containsExactly(HandClock.START.plusSeconds(1));
    }

    @Test
    void nobodyReadsTheClockWhileItIsMoved() throws Exception {
        time.share();
        var moved = HandClock.START.plusSeconds(9);
        var read = new CompletableFuture<Instant>();
        time.move(() -> {
            var reader = new Thread(() -> read.complete(time.now()));
            reader.start();
            while (reader.getState() != Thread.State.WAITING && reader.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
            return new VirtualTime.Reading(moved, true);
        });
        assertThat(read.get()).isEqualTo(moved);
    }

    @Test
    void aWorldThatEndsTellsThoseWhoWaitInIt() throws InterruptedException {
        time.join();
        var sleeper = pool.submit(() -> {
            time.sleep(Duration.ofSeconds(5));
            return true;
        });
        var repeated = new WorldScheduler(time).scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS);
        time.end("its test has ended");
        assertThat(failureOf(sleeper)).isInstanceOf(IllegalStateException.class).hasMessage("its test has ended");
        assertThatThrownBy(repeated::get).hasStackTraceContaining("its test has ended");
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(5))).hasMessage("its test has ended");
        assertThat(source.moves()).isEmpty();
    }
}
