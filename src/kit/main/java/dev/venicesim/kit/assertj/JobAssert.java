package dev.venicesim.kit.assertj;

import dev.venicesim.kit.client.Job;
import dev.venicesim.money.Usd;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a queued video. */
public final class JobAssert extends AbstractAssert<JobAssert, Job> {

    JobAssert(Job job) {
        super(job, JobAssert.class);
    }

    public JobAssert isProcessing() {
        return isIn("PROCESSING");
    }

    public JobAssert isCompleted() {
        return isIn("COMPLETED");
    }

    public JobAssert hasFailed() {
        return isIn("FAILED");
    }

    public JobAssert isGone() {
        return isIn("GONE");
    }

    public JobAssert costs(String usd) {
        if (!Usd.parse(usd).equals(actual.cost())) {
            failWithMessage("%nExpected a job of %s USD, but it is%n  %s", usd, actual);
        }
        return this;
    }

    private JobAssert isIn(String state) {
        if (!actual.state().equals(state)) {
            failWithMessage("%nExpected a job that is %s, but it is%n  %s", state, actual);
        }
        return this;
    }
}
