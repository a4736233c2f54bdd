package dev.venicesim.jobs;

import dev.venicesim.api.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Times of jobs: what is known of each model's time in production, and the timeline a pace gives a job. */
public final class JobTimes {

    /** How long an id and its media are kept, from the queue call on. */
    @Verified(on = "2026-10-02", source = "docs/api/retrieve.md#life-of-an-id, docs/api/download-links.md#using-a-link")
    public static final Duration KEEP = Duration.ofHours(24);

    /** The P80 of a model nothing better is known of. */
    @Verified(on = "2026-08-21", source = "docs/api/retrieve.md#times-of-a-status")
    public static final Duration DOCUMENTED = Duration.ofSeconds(145);

    /**
     * What was reported of the models whose ids start so.
     *
     * @param prefix start of the model's id
     * @param from shortest time reported
     * @param to longest time reported
     * @param provenance {@code documented} or {@code observed}, where, and when
     */
    public record Known(String prefix, Duration from, Duration to, String provenance) {

        /**
         * Four fifths of the way through the reported range, in whole seconds: the P80, were times spread evenly over
         * it.
         */
        public Duration p80() {
            return Duration.ofSeconds(
                    from.plus(to.minus(from).multipliedBy(4).dividedBy(5)).toSeconds());
        }
    }

    private static final List<Known> TABLE = List.of(
            known(
                    "kling-o3-",
                    240,
                    360,
                    "documented: Kling O3 guide, 4 to 6 minutes;"
                            + " docs/api/retrieve.md, \"Run times that are known\", 2026-08-21"),
            known(
                    "wan-2.5-preview-image-to-video",
                    120,
                    150,
                    "observed: 720p 10 s, 2 to 2.5 minutes;" + " docs/api/retrieve.md, \"Run times that are known\""),
            known("wan-2-7-video-to-video", 360, 420, "observed: 6 to 7 minutes; A2 and A3, 2026-07-12"));

    private JobTimes() {}

    /** The timeline of a job accepted now at this pace, kept for {@link #KEEP}. */
    public static Timeline timeline(Pace pace, String model, Instant now) {
        return timeline(pace, model, now, KEEP);
    }

    /** The timeline of a job accepted now at this pace, its id and media kept for {@code keep}. */
    public static Timeline timeline(Pace pace, String model, Instant now, Duration keep) {
        if (pace instanceof Pace.Polls polls) {
            return Timeline.polled(now, polls.count(), keep);
        }
        var takes = pace instanceof Pace.Timed timed ? timed.duration() : p80(model);
        return Timeline.timed(now, takes, keep, takes);
    }

    /** How long a model's jobs take in production, at the eightieth percentile. */
    public static Duration p80(String model) {
        return find(model).map(Known::p80).orElse(DOCUMENTED);
    }

    /** What was reported of a model's time, if anything. */
    static Optional<Known> find(String model) {
        for (var row : TABLE) {
            if (model.startsWith(row.prefix())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static Known known(String prefix, long fromSeconds, long toSeconds, String provenance) {
        return new Known(prefix, Duration.ofSeconds(fromSeconds), Duration.ofSeconds(toSeconds), provenance);
    }
}
