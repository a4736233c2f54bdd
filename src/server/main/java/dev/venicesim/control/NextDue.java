package dev.venicesim.control;

import dev.venicesim.download.LinkSettings;
import dev.venicesim.jobs.JobState;
import dev.venicesim.limits.LimitState;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next instant at which something in a world changes by itself: a job ends or expires, a link expires, a limit's
 * minute or block ends.
 */
final class NextDue {

    Optional<Instant> of(World world) {
        var now = world.now();
        return Stream.of(jobs(world, now), links(world), limits(world))
                .flatMap(due -> due)
                .filter(instant -> instant.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> jobs(World world, Instant now) {
        return world.list(StateKinds.JOB, StateStore.Page.ALL).stream()
                .filter(job -> !(job.at(now) instanceof JobState.Gone))
                .flatMap(job -> Stream.concat(
                        job.endsAt().stream(), Stream.of(job.timeline().expiresAt())));
    }

    private static Stream<Instant> links(World world) {
        var says = world.settings().behaviour().scenario().settings().links();
        var lifetime = says.lifetime().orElse(LinkSettings.documented().validFor());
        return world.list(StateKinds.LINK, StateStore.Page.ALL).stream()
                .filter(link -> !link.revoked())
                .map(link -> link.issuedAt().plus(lifetime));
    }

    private static Stream<Instant> limits(World world) {
        return world.list(StateKinds.LIMITS, StateStore.Page.ALL).stream().flatMap(LimitState::ends);
    }
}
