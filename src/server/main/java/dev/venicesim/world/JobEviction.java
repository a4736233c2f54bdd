package dev.venicesim.world;

import dev.venicesim.jobs.VideoJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Eviction of jobs a day after they expired, a few with each new one, so that a world's memory follows what its clients
 * still can ask for.
 */
public final class JobEviction {

    /** How long a job stays known after it expired. Source: docs/control-api.md#what-may-be-forgotten. */
    public static final Duration KNOWN_AFTER_EXPIRY = Duration.ofHours(24);

    private static final int AT_ONCE = 16;

    private JobEviction() {}

    /** Forgets up to sixteen jobs whose time has come; what they owe or are owed is settled before. */
    public static void sweep(World world, AccountService accounts, JobQuota quota, Instant now) {
        for (int i = 0; i < AT_ONCE; i++) {
            var eldest = world.eldest(StateKinds.JOB).filter(job -> isForgotten(job, now));
            if (eldest.isEmpty()) {
                return;
            }
            if (i == 0) {
                accounts.all(world);
            }
            remove(world, StateKinds.JOB, eldest.get().queueId());
            remove(world, StateKinds.LINK, eldest.get().queueId());
            quota.forgotten(world);
        }
    }

    private static boolean isForgotten(VideoJob job, Instant now) {
        return !now.isBefore(job.timeline().expiresAt().plus(KNOWN_AFTER_EXPIRY));
    }

    private static <V> void remove(World world, StateKind<V> kind, String id) {
        world.compute(kind, id, found -> new Transition<V, Boolean>(Optional.empty(), true));
    }
}
