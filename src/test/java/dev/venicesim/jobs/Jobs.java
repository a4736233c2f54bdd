package dev.venicesim.jobs;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;

/** Jobs for tests. */
final class Jobs {

    static final Instant START = Instant.parse("2026-06-17T10:00:00Z");

    private Jobs() {}

    static Job timed(Outcome outcome) {
        return job("40s", outcome);
    }

    static Job job(String pace, Outcome outcome) {
        return Job.accept(order(), JobTimes.timeline(Pace.parse(pace), "wan-2.6-text-to-video", START), outcome);
    }

    static Order order() {
        var footage = new Footage(1280, 720, 24, Duration.ofSeconds(5), true);
        return new Order("id-1", "wan-2.6-text-to-video", "a lighthouse", footage, Usd.parse("0.55"), false);
    }

    static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }
}
