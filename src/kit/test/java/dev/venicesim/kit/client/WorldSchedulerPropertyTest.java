package dev.venicesim.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The order in which a scheduler runs its tasks, beside a model that keeps a list and looks for the earliest. */
class WorldSchedulerPropertyTest {

    private static final int HORIZON = 60;

    enum Kind {
        ONCE,
        AT_FIXED_RATE,
        WITH_FIXED_DELAY,
        /** Never runs. */
        CANCELLED
    }

    /**
     * A task.
     *
     * @param delay seconds until it runs first
     * @param period seconds between two runs
     * @param takes seconds that a run sleeps
     */
    record Task(Kind kind, int delay, int period, int takes) {}

    /** A run: which task, and the second at which it began. */
    record Run(int task, long second) {}

    @Provide
    Arbitrary<Task> tasks() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(-1, 20),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 4))
                .as(Task::new);
    }

    @Property(tries = 200)
    void runsWhatTheModelRuns(@ForAll @Size(min = 1, max = 6) List<@From("tasks") Task> tasks) throws Exception {
        assertThat(ran(tasks)).isEqualTo(modelled(tasks));
    }

    private static List<Run> ran(List<Task> tasks) throws Exception {
        var time = new VirtualTime(new HandClock(), TimeSource.system());
        var scheduler = new WorldScheduler(time);
        var runs = new ArrayList<Run>();
        // so that nothing runs before all are scheduled
        time.join();
        for (var i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var n = i;
            Runnable work = () -> {
                runs.add(new Run(n, second(time)));
                sleep(time, task.takes());
            };
            var scheduled = switch (task.kind()) {
                case ONCE -> scheduler.schedule(work, task.delay(), TimeUnit.SECONDS);
                case AT_FIXED_RATE ->
                    scheduler.scheduleAtFixedRate(work, task.delay(), task.period(), TimeUnit.SECONDS);
                case WITH_FIXED_DELAY ->
                    scheduler.scheduleWithFixedDelay(work, task.delay(), task.period(), TimeUnit.SECONDS);
                // what is due at once may have run before it is cancelled
                case CANCELLED -> scheduler.schedule(work, Math.max(1, task.delay()), TimeUnit.SECONDS);
            };
            if (task.kind() == Kind.CANCELLED) {
                scheduled.cancel(false);
            }
        }
        var end = scheduler.schedule(scheduler::shutdown, HORIZON, TimeUnit.SECONDS);
        assertThat(scheduler.awaitTermination(1, TimeUnit.DAYS)).isTrue();
        assertThat(end.isDone()).isTrue();
        return runs;
    }

    private static long second(VirtualTime time) {
        return Duration.between(HandClock.START, time.now()).toSeconds();
    }

    private static void sleep(VirtualTime time, int seconds) {
        try {
            time.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Due(int task, long second) {}

    private static List<Run> modelled(List<Task> tasks) {
        var due = new ArrayList<Due>();
        for (var i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).kind() != Kind.CANCELLED) {
                due.add(new Due(i, Math.max(0, tasks.get(i).delay())));
            }
        }
        // the last one scheduled is that which ends it all
        due.add(new Due(tasks.size(), HORIZON));
        var runs = new ArrayList<Run>();
        var now = 0L;
        while (true) {
            var next = due.stream()
                    .min(Comparator.comparingLong(Due::second).thenComparingInt(Due::task))
                    .orElseThrow();
            due.remove(next);
            now = Math.max(now, next.second());
            if (next.task() == tasks.size()) {
                return runs;
            }
            var task = tasks.get(next.task());
            runs.add(new Run(next.task(), now));
            now += task.takes();
            switch (task.kind()) {
                case AT_FIXED_RATE -> due.add(new Due(next.task(), next.second() + task.period()));
                case WITH_FIXED_DELAY -> due.add(new Due(next.task(), now + task.period()));
                default -> {}
            }
        }
    }
}
