package dev.venicesim.jobs;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;

/** Jobs for tests. */
final class Jobs {

    static final Instant START = Instant.parse("2026-06-17T10:00:00Z");

    private Jobs() {}

    static VideoJob timed(Outcome outcome) {
        return job("40s", outcome);
    }

    static VideoJob job(String pace, Outcome outcome) {
        return VideoJob.accept(order(), JobTimes.timeline(Pace.parse(pace), "wan-2.6-text-to-video", START), outcome);
    }

    static JobOrder order() {
        var videoFormat = new VideoFormat(1280, 720, 24, Duration.ofSeconds(5), true);
        return new JobOrder("id-1", "wan-2.6-text-to-video", "a lighthouse", videoFormat, Usd.parse("0.55"), false);
    }

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }
}
