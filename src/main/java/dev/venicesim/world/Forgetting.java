package dev.venicesim.world;

import dev.venicesim.jobs.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Forgets jobs a day after they expired, a few with each new one, so that a world's memory follows what its clients still can ask for. */
public final class Forgetting {

    /** How long a job stays known after it expired. Source: control-api.md, "Worlds and clocks". */
    public static final Duration KNOWN_AFTER_EXPIRY = Duration.ofHours(24);

    private static final int AT_ONCE = 16;

    private Forgetting() {}

    /** Forgets up to sixteen jobs whose time has come; what they owe or are owed is settled before. */
    public static void sweep(World world, Accounts accounts, Instant now) {
        for (int i = 0; i < AT_ONCE; i++) {
            var eldest = world.eldest(Kinds.JOB).filter(job -> isForgotten(job, now));
            if (eldest.isEmpty()) {
                return;
            }
            if (i == 0) {
                accounts.all(world);
            }
            remove(world, Kinds.JOB, eldest.get().queueId());
            remove(world, Kinds.LINK, eldest.get().queueId());
        }
    }

    private static boolean isForgotten(Job job, Instant now) {
        return !now.isBefore(job.timeline().expiresAt().plus(KNOWN_AFTER_EXPIRY));
    }

    private static <V> void remove(World world, Kind<V> kind, String id) {
        world.compute(kind, id, found -> new Step<V, Boolean>(Optional.empty(), true));
    }
}
