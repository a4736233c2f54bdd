package dev.venicesim.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobTimesTest {

    @Test
    void fallsBackToTheDocumentedTime() {
        assertThat(JobTimes.p80("veo3.1-fast-text-to-video")).isEqualTo(Duration.ofSeconds(145));
    }

    @Test
    void takesFourFifthsOfAReportedRange() {
        assertThat(JobTimes.p80("kling-o3-pro-reference-to-video")).isEqualTo(Duration.ofSeconds(336));
        assertThat(JobTimes.p80("wan-2.5-preview-image-to-video")).isEqualTo(Duration.ofSeconds(144));
        assertThat(JobTimes.p80("wan-2-7-video-to-video")).isEqualTo(Duration.ofSeconds(408));
    }

    @Test
    void tellsAnAverageThatFitsTheSetting() {
        assertThat(usual("5s")).isEqualTo(Duration.ofSeconds(5));
        assertThat(usual("realistic")).isEqualTo(JobTimes.DOCUMENTED);
        assertThat(usual("polls:3")).isEqualTo(Timeline.POLL_STEP.multipliedBy(3));
    }

    @Test
    void neverEndsOrExpiresPastTheLastInstantOfAnyClock() {
        var job = Jobs.job("365000d", new Outcome.Completes());
        assertThat(job.endsAt()).isPresent();
        var late = JobTimes.timeline(
                Pace.parse("365000d"), "x", java.time.Instant.parse("9998-12-31T00:00:00Z"), Duration.ofDays(9));
        assertThat(late.endsAt()).isEmpty();
        assertThat(late.expiresAt()).isEqualTo(dev.venicesim.time.WorldClock.LATEST);
    }

    private static Duration usual(String pace) {
        return JobTimes.timeline(Pace.parse(pace), "veo3-fast-text-to-video", Jobs.START)
                .usual();
    }
}
