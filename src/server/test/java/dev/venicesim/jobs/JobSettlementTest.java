package dev.venicesim.jobs;

import static dev.venicesim.jobs.Jobs.START;
import static dev.venicesim.jobs.Jobs.after;
import static dev.venicesim.jobs.Jobs.job;
import static dev.venicesim.jobs.Jobs.timed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.jobs.JobSettlement.What;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobSettlementTest {

    @Test
    void settlesAVideoFromTheInstantItWasMade() {
        var job = timed(new Outcome.Completes());
        assertThat(job.due(after(39))).isEmpty();
        assertThat(job.due(after(9999))).contains(new JobSettlement(What.SETTLE, after(40), "the video was made"));
    }

    @Test
    void settlesOnceMoreTheSameAfterDeletionAndExpiry() {
        var job = timed(new Outcome.Completes());
        assertThat(job.delete().due(START.plus(JobTimes.KEEP))).isEqualTo(job.due(after(40)));
    }

    @Test
    void refundsAFailure() {
        assertThat(what(new Outcome.Fails("x"))).isEqualTo(What.REFUND);
        assertThat(what(new Outcome.Rejected(400, "x"))).isEqualTo(What.REFUND);
    }

    @Test
    void leavesARefusalToTheModelUnlessItSaysItself() {
        assertThat(what(new Outcome.Refused(Optional.empty(), Optional.empty())))
                .isEqualTo(What.REFUND_BY_MODEL);
        assertThat(what(new Outcome.Refused(Optional.empty(), Optional.of(true))))
                .isEqualTo(What.REFUND);
        assertThat(what(new Outcome.Refused(Optional.empty(), Optional.of(false))))
                .isEqualTo(What.SETTLE);
    }

    @Test
    void settlesWhateverDeliversInTheEnd() {
        assertThat(what(new Outcome.AtCapacity(3))).isEqualTo(What.SETTLE);
        assertThat(what(new Outcome.Placeholder())).isEqualTo(What.SETTLE);
        assertThat(what(new Outcome.Purged())).isEqualTo(What.SETTLE);
    }

    @Test
    void releasesWhatExpiredBeforeItEnded() {
        var expiry = START.plus(JobTimes.KEEP);
        assertThat(timed(new Outcome.Stuck()).due(expiry.minusNanos(1))).isEmpty();
        assertThat(timed(new Outcome.Stuck()).due(expiry).orElseThrow().what()).isEqualTo(What.RELEASE);
        assertThat(job("25h", new Outcome.Completes()).due(after(100 * 3600)).orElseThrow())
                .isEqualTo(new JobSettlement(What.RELEASE, expiry, "the job expired before it ended"));
    }

    private static What what(Outcome outcome) {
        return timed(outcome).due(after(40)).orElseThrow().what();
    }
}
