package dev.venicesim.control;

import dev.venicesim.jobs.JobState;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Store;
import dev.venicesim.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The next instant at which something in a world changes by itself: a job ends, or a job and its media expire. */
final class NextDue {

    Optional<Instant> of(World world) {
        var now = world.now();
        return world.list(Kinds.JOB, Store.Page.ALL).stream()
                .filter(job -> !(job.at(now) instanceof JobState.Gone))
                .flatMap(job -> Stream.concat(
                        job.timeline().endsAt().stream(),
                        Stream.of(job.timeline().expiresAt())))
                .filter(instant -> instant.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
