package dev.venicesim.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What {@link java.util.concurrent.ScheduledExecutorService} documents, by a world's clock. */
class WorldSchedulerTest {

    private final HandClock source = new HandClock();
    private final VirtualTime time = new VirtualTime(source, TimeSource.system());
    private final WorldScheduler scheduler = new WorldScheduler(time);

    private static Instant second(long seconds) {
        return HandClock.START.plusSeconds(seconds);
    }

    @Test
    void runsAtItsDelayAndGivesTheResult() throws Exception {
        var result = scheduler.schedule(time::now, 40, TimeUnit.SECONDS);
        assertThat(result.get()).isEqualTo(second(40));
        assertThat(result.getDelay(TimeUnit.SECONDS)).isZero();
    }

    @Test
    void runsAtOnceWhatIsSubmitted() throws Exception {
        assertThat(scheduler.submit(time::now).get()).isEqualTo(second(0));
        assertThat(scheduler.invokeAll(List.of(() -> 1, () -> 2))).hasSize(2).allMatch(done -> done.isDone());
        Callable<Integer> three = () -> 3;
        assertThat(scheduler.invokeAny(List.of(three))).isEqualTo(3);
        assertThat(source.moves()).isEmpty();
    }

    @Test
    void aTimeoutIsOfTheWorldsTime() {
        time.join();
        var late = scheduler.schedule(() -> true, 40, TimeUnit.SECONDS);
        assertThatThrownBy(() -> late.get(39, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(time.now()).isEqualTo(second(39));
    }

    private Callable<Instant> sleeping(long seconds) {
        return () -> {
            time.sleep(Duration.ofSeconds(seconds));
            return time.now();
        };
    }

    @Test
    void aTimeoutOfSeveralTasksIsOfTheWorldsTime() throws Exception {
        time.join();
        var results = scheduler.invokeAll(List.of(sleeping(30), sleeping(30), sleeping(30)), 70, TimeUnit.SECONDS);
        assertThat(time.now()).isEqualTo(second(70));
        assertThat(results).extracting(Future::isCancelled).containsExactly(false, false, true);
        assertThat(results.get(0).get()).isEqualTo(second(30));
        assertThat(results.get(1).get()).isEqualTo(second(60));
    }

    @Test
    void theFirstTaskWithAResultIsWaitedForInTheWorldsTime() throws Exception {
        time.join();
        Callable<Instant> failing = () -> {
            throw new IllegalArgumentException("at " + sleeping(10).call());
        };
        var tasks = List.of(failing, sleeping(20), sleeping(3600));
        assertThat(scheduler.invokeAny(tasks)).isEqualTo(second(30));
        assertThat(scheduler.invokeAny(tasks, 30, TimeUnit.SECONDS)).isEqualTo(second(60));
        assertThatThrownBy(() -> scheduler.invokeAny(tasks, 29, TimeUnit.SECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(time.now()).isEqualTo(second(89));
        assertThatThrownBy(() -> scheduler.invokeAny(List.of(failing, failing)))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("at " + second(109));
        assertThatThrownBy(() -> scheduler.invokeAny(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatEndsAtTheInstantOfADeadlineIsInTime() throws Exception {
        time.join();
        for (var round = 0; round < 200; round++) {
            var exact = scheduler.schedule(sleeping(20), 10, TimeUnit.SECONDS);
            assertThat(exact.get(30, TimeUnit.SECONDS)).isEqualTo(time.now());
        }
        assertThat(time.now()).isEqualTo(second(6000));
    }

    @Test
    void noTimeAtAllIsOverAtOnce() {
        time.join();
        var task = scheduler.schedule(sleeping(20), 10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> task.get(0, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(source.moves()).isEmpty();
    }

    /** Whoever is woken by an instant may wait in real time for one who gives up at it. */
    @Test
    void aDeadlineDoesNotWaitForOneWhoWaitsForIt() throws Exception {
        time.join();
        var never = new WorldScheduler(time).schedule(() -> true, 1, TimeUnit.DAYS);
        var givesUp = new Thread(
                () -> assertThatThrownBy(() -> never.get(30, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class));
        time.enter(givesUp);
        givesUp.start();
        time.sleep(Duration.ofSeconds(30));
        givesUp.join();
        assertThat(time.now()).isEqualTo(second(30));
        never.cancel(false);
    }

    @Test
    void aTaskThatIsInterruptedIsWaitedForNoLonger() throws Exception {
        time.join();
        var asleep = new CountDownLatch(1);
        var task = scheduler.submit(() -> {
            asleep.countDown();
            return sleeping(40).call();
        });
        asleep.await();
        assertThat(task.cancel(true)).isTrue();
        time.sleep(Duration.ofSeconds(90));
        assertThat(source.moves()).containsExactly(second(90));
    }

    @Test
    void aTaskThatIsCancelledNeverRunsAndMovesNoTime() throws Exception {
        time.join();
        var ran = new ArrayList<String>();
        var cancelled = scheduler.schedule(() -> ran.add("cancelled"), 40, TimeUnit.SECONDS);
        assertThat(cancelled.cancel(false)).isTrue();
        assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
        scheduler.schedule(() -> ran.add("other"), 90, TimeUnit.SECONDS).get();
        assertThat(ran).containsExactly("other");
        assertThat(source.moves()).containsExactly(second(90));
    }

    @Test
    void anExceptionEndsARepetition() {
        var runs = new ArrayList<Instant>();
        var repeated = scheduler.scheduleWithFixedDelay(
                () -> {
                    runs.add(time.now());
                    if (runs.size() == 3) {
                        throw new IllegalArgumentException("enough");
                    }
                },
                0,
                10,
                TimeUnit.SECONDS);
        assertThatThrownBy(repeated::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("enough");
        assertThat(runs).containsExactly(second(0), second(10), second(20));
    }

    @Test
    void refusesAPeriodOfNothing() {
        assertThatThrownBy(() -> scheduler.scheduleAtFixedRate(() -> {}, 0, 0, TimeUnit.SECONDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period is above 0, not 0");
        assertThatThrownBy(() -> scheduler.scheduleWithFixedDelay(() -> {}, 0, -1, TimeUnit.SECONDS))
                .hasMessage("delay is above 0, not -1");
    }

    @Test
    void aShutdownRunsWhatIsScheduledOnceAndNothingAgain() throws Exception {
        time.join();
        var ran = new ArrayList<String>();
        var once = scheduler.schedule(() -> ran.add("once"), 40, TimeUnit.SECONDS);
        var repeated = scheduler.scheduleAtFixedRate(() -> ran.add("again"), 10, 10, TimeUnit.SECONDS);
        scheduler.shutdown();
        assertThat(once.isCancelled()).isFalse();
        assertThat(repeated.isCancelled()).isTrue();
        assertThat(scheduler.isShutdown()).isTrue();
        assertThat(scheduler.isTerminated()).isFalse();
        assertThatThrownBy(() -> scheduler.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(scheduler.awaitTermination(39, TimeUnit.SECONDS)).isFalse();
        assertThat(scheduler.awaitTermination(39, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("once");
    }

    @Test
    void aShutdownNowInterruptsAndHandsBackWhatIsLeft() throws Exception {
        time.join();
        var running = new CountDownLatch(1);
        var interrupted = new ArrayList<String>();
        scheduler.execute(() -> {
            running.countDown();
            try {
                time.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                interrupted.add("yes");
            }
        });
        var left = scheduler.schedule(() -> true, 40, TimeUnit.SECONDS);
        running.await();
        assertThat(scheduler.shutdownNow()).hasSize(1).allMatch(task -> task == left);
        assertThat(scheduler.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(interrupted).containsExactly("yes");
        assertThat(time.now()).isEqualTo(second(0));
    }

    @Test
    void aTaskBeyondTheEndOfTheClockNeverRuns() throws Exception {
        time.join();
        var never = scheduler.schedule(() -> true, Long.MAX_VALUE, TimeUnit.SECONDS);
        var neverEither = scheduler.scheduleAtFixedRate(() -> {}, Long.MAX_VALUE, Long.MAX_VALUE, TimeUnit.DAYS);
        assertThat(scheduler.schedule(time::now, 5, TimeUnit.SECONDS).get()).isEqualTo(second(5));
        assertThat(never.isDone()).isFalse();
        assertThat(neverEither.isDone()).isFalse();
        assertThat(never.getDelay(TimeUnit.DAYS)).isPositive();
        assertThatThrownBy(never::get).isInstanceOfAny(IllegalStateException.class, ExecutionException.class);
    }

    @Test
    void whatIsWaitedForAsLongAsItTakesMayTakeThatLong() throws Exception {
        var yearly = scheduler.schedule(time::now, 365, TimeUnit.DAYS);
        scheduler.shutdown();
        assertThat(yearly.get(Long.MAX_VALUE, TimeUnit.DAYS)).isEqualTo(HandClock.START.plus(Duration.ofDays(365)));
        assertThat(scheduler.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS)).isTrue();
    }

    @Test
    void aWorldThatHasEndedFailsWhatIsLeft() throws Exception {
        var gone = new VirtualTime(
                new VirtualTime.Source() {
                    @Override
                    public VirtualTime.Reading read() {
                        return source.read();
                    }

                    @Override
                    public VirtualTime.Reading share() {
                        return source.share();
                    }

                    @Override
                    public VirtualTime.Reading moveTo(Instant due) {
                        throw new IllegalStateException("this world has ended");
                    }
                },
                TimeSource.system());
        var left = new WorldScheduler(gone);
        var task = left.schedule(() -> true, 40, TimeUnit.SECONDS);
        assertThatThrownBy(task::get).hasStackTraceContaining("this world has ended");
        assertThat(left.isShutdown()).isTrue();
    }
}
