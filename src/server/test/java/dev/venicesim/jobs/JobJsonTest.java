package dev.venicesim.jobs;

import static dev.venicesim.jobs.Jobs.START;
import static dev.venicesim.jobs.Jobs.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobJsonTest {

    @Test
    void showsAJobAsTheControlApiPromises() {
        assertThat(JobJson.write(Jobs.timed(new Outcome.AtCapacity(2)), after(1))
                        .toString())
                .isEqualTo("{\"queueId\":\"id-1\",\"model\":\"wan-2.6-text-to-video\",\"state\":\"PROCESSING\","
                        + "\"queuedAt\":\"2026-06-17T10:00:00Z\",\"endsAt\":\"2026-06-17T10:00:40Z\","
                        + "\"expiresAt\":\"2026-06-18T10:00:00Z\",\"costUsd\":0.55,"
                        + "\"outcome\":{\"atCapacity\":{\"times\":2}},\"polls\":0}");
    }

    @Test
    void namesEachState() {
        assertThat(state(Jobs.timed(new Outcome.Completes()))).isEqualTo("COMPLETED");
        assertThat(state(Jobs.timed(new Outcome.Fails("x")))).isEqualTo("FAILED");
        assertThat(state(Jobs.timed(new Outcome.Purged()))).isEqualTo("GONE");
        assertThat(JobJson.write(Jobs.timed(new Outcome.Stuck()), START)
                        .get("endsAt")
                        .isNull())
                .isTrue();
    }

    @Test
    void writesTheStatusOfARetrieveInMilliseconds() {
        assertThat(JobJson.status("PROCESSING", JobTimes.DOCUMENTED, Duration.ofMillis(53_200))
                        .toString())
                .isEqualTo(
                        "{\"status\":\"PROCESSING\",\"average_execution_time\":145000,\"execution_duration\":53200}");
    }

    private static String state(VideoJob job) {
        return JobJson.write(job, after(40)).get("state").textValue();
    }
}
