package dev.venicesim.jobs;

import static dev.venicesim.jobs.Jobs.START;
import static dev.venicesim.jobs.Jobs.after;
import static dev.venicesim.jobs.Jobs.job;
import static dev.venicesim.jobs.Jobs.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.jobs.JobState.Completed;
import dev.venicesim.jobs.JobState.Failed;
import dev.venicesim.jobs.JobState.Faltering;
import dev.venicesim.jobs.JobState.Gone;
import dev.venicesim.jobs.JobState.Processing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideoJobTest {

    private static final Outcome COMPLETES = new Outcome.Completes();

    @Test
    void endsAtItsLastMomentAndNotBefore() {
        var job = timed(COMPLETES);
        assertThat(job.at(after(40).minusNanos(1))).isInstanceOf(Processing.class);
        assertThat(job.at(after(40))).isEqualTo(new Completed(after(40), Duration.ofSeconds(40)));
    }

    @Test
    void expiresAtTheEndOfItsDayAndNotBefore() {
        var job = timed(COMPLETES);
        var expiry = START.plus(JobTimes.KEEP);
        assertThat(job.at(expiry.minusNanos(1))).isInstanceOf(Completed.class);
        assertThat(job.at(expiry)).isInstanceOf(Gone.class);
    }

    @Test
    void tellsHowLongItHasRun() {
        assertThat(timed(COMPLETES).at(after(13))).isEqualTo(new Processing(Duration.ofSeconds(13)));
        assertThat(timed(COMPLETES).at(START.minusSeconds(1))).isEqualTo(new Processing(Duration.ZERO));
    }

    @Test
    void answersProcessingAsOftenAsItsPollsSayAndThenTheLinkWorks() {
        var first = job("polls:2", COMPLETES).poll(START);
        var second = first.job().poll(START);
        assertThat(first.seen()).isEqualTo(new Processing(Timeline.POLL_STEP));
        assertThat(first.job().at(after(9999))).isInstanceOf(Processing.class);
        assertThat(second.seen()).isEqualTo(new Processing(Timeline.POLL_STEP.multipliedBy(2)));
        assertThat(second.job().at(START)).isInstanceOf(Completed.class);
        assertThat(second.job().poll(START).seen()).isInstanceOf(Completed.class);
    }

    @Test
    void isFinishedForAPollWhoseClockWasReadAMomentEarlier() {
        var done = job("polls:1", COMPLETES).poll(after(5)).job();
        assertThat(done.poll(after(4)).seen()).isInstanceOf(Completed.class);
    }

    @Test
    void isFinishedAtOnceWithoutPolls() {
        assertThat(job("polls:0", COMPLETES).poll(START).seen()).isInstanceOf(Completed.class);
    }

    @Test
    void goesOnWhileTheModelIsAtCapacity() {
        var one = timed(new Outcome.AtCapacity(2)).poll(after(39));
        var two = one.job().poll(after(41));
        assertThat(one.seen()).isInstanceOf(Faltering.class);
        assertThat(two.seen()).isInstanceOf(Faltering.class);
        assertThat(two.job().poll(after(41)).seen()).isEqualTo(new Completed(after(40), Duration.ofSeconds(40)));
    }

    @Test
    void countsNoPollThatMetAnError() {
        var job = job("polls:1", new Outcome.AtCapacity(1)).poll(START).job();
        assertThat(job.polls()).isZero();
        assertThat(job.poll(START).seen()).isInstanceOf(Processing.class);
    }

    @Test
    void canBeFetchedAfterSomeFailedFetches() {
        var early = timed(new Outcome.Unfetchable(1)).poll(after(1));
        var failed = early.job().poll(after(40));
        assertThat(early.seen()).isInstanceOf(Processing.class);
        assertThat(failed.seen()).isInstanceOf(Faltering.class);
        assertThat(failed.job().poll(after(41)).seen()).isInstanceOf(Completed.class);
    }

    @Test
    void staysStuckUntilItExpires() {
        var job = timed(new Outcome.Stuck());
        assertThat(job.endsAt()).isEmpty();
        assertThat(job.at(START.plus(JobTimes.KEEP).minusNanos(1))).isInstanceOf(Processing.class);
        assertThat(job.at(START.plus(JobTimes.KEEP))).isInstanceOf(Gone.class);
    }

    @Test
    void staysStuckHoweverOftenItIsPolled() {
        var job = job("polls:1", new Outcome.Stuck());
        assertThat(job.poll(START).job().poll(START).seen()).isInstanceOf(Processing.class);
    }

    @Test
    void completesWhenAStuckOneIsFinished() {
        var job = timed(new Outcome.Stuck()).finish(after(7));
        assertThat(job.at(after(7))).isEqualTo(new Completed(after(7), Duration.ofSeconds(7)));
    }

    @Test
    void endsWhenItWouldHaveEndedOnceItIsNoLongerStuck() {
        var job = timed(new Outcome.Stuck());
        assertThat(job.withOutcome(COMPLETES, after(10)).endsAt()).contains(after(40));
        assertThat(job.withOutcome(COMPLETES, after(50)).endsAt()).contains(after(50));
    }

    @Test
    void endsAtOnceIfItsPollsWereUsedUpWhileItWasStuck() {
        var polled = job("polls:1", new Outcome.Stuck()).poll(START).job();
        assertThat(polled.withOutcome(COMPLETES, after(3)).endsAt()).contains(after(3));
        assertThat(job("polls:1", new Outcome.Stuck())
                        .withOutcome(COMPLETES, after(3))
                        .endsAt())
                .isEmpty();
    }

    @Test
    void takesNoOtherFateOnceItHasEnded() {
        var job = timed(COMPLETES);
        assertThat(job.withOutcome(new Outcome.Fails("x"), after(39)).at(after(40)))
                .isInstanceOf(Failed.class);
        assertThatThrownBy(() -> job.withOutcome(new Outcome.Fails("x"), after(40)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("job id-1 has ended; its outcome cannot be changed");
    }

    @Test
    void isNotMovedByBeingFinishedTwice() {
        var job = timed(COMPLETES).finish(after(2));
        assertThat(job.finish(after(9))).isEqualTo(job);
    }

    @Test
    void keepsItsBadEndWhenItIsFinishedEarly() {
        var refused = new Outcome.Refused(Optional.empty(), Optional.empty());
        assertThat(timed(refused).finish(after(2)).at(after(2))).isEqualTo(new Failed(after(2), refused));
    }

    @Test
    void isGoneOnceDeletedOrLost() {
        assertThat(timed(COMPLETES).delete().at(after(50))).isInstanceOf(Gone.class);
        assertThat(timed(new Outcome.Purged()).at(after(40))).isInstanceOf(Gone.class);
        assertThat(timed(new Outcome.Purged()).at(after(39))).isInstanceOf(Processing.class);
    }
}
