package stranger;

import java.time.Clock;
import java.time.Duration;

/** A client that polls every five seconds, for twenty minutes at most. */
record PollingClient(VideoApi api, Clock clock, Pause pause) {

    /** What it waits with: in production {@code duration -> Thread.sleep(duration.toMillis())}. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    byte[] generate(String prompt) throws Exception {
        var ticket = api.queue(prompt);
        var deadline = clock.instant().plus(Duration.ofMinutes(20));
        while (clock.instant().isBefore(deadline)) {
            var video = api.video(ticket);
            if (video.isPresent()) {
                return video.get();
            }
            pause.sleep(Duration.ofSeconds(5));
        }
        throw new IllegalStateException("no video within twenty minutes");
    }
}
