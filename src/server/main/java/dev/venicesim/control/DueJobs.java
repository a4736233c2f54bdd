package dev.venicesim.control;

import dev.venicesim.event.EventLog;
import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.time.Alarm;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.StoreAwayException;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watch over jobs whose time comes while somebody listens. A job ends by the clock and by nobody's act, so it is looked
 * at a few times a second, as long as there are listeners, in the worlds that were used last; without listeners there is
 * no watch.
 */
public final class DueJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

    private static final String UNDER_WAY = "PROCESSING";

    private static final Duration LOOK = Duration.ofMillis(200);
    /** Those used last: a look at more of them would read a whole store whenever somebody listens. */
    private static final int WORLDS = 200;
    /** The latest of a world; older ones are told when they are next asked for. */
    private static final int A_WORLD = 200;

    private final EventLog events;
    private final WorldRegistry worlds;
    private final Alarm alarm;
    private final Executor workers;
    private final AtomicBoolean watching = new AtomicBoolean();
    /** By world and queue id; one look follows the other, so one thread at a time has it. */
    private volatile Map<String, String> states = Map.of();

    /**
     * A watch.
     *
     * @param workers for the looks, since a store may take its time
     */
    public DueJobs(EventLog events, WorldRegistry worlds, Alarm alarm, Executor workers) {
        this.events = events;
        this.worlds = worlds;
        this.alarm = alarm;
        this.workers = workers;
    }

    /** Watches until nobody listens any more. */
    synchronized void watch() {
        if (!watching.getAndSet(true)) {
            workers.execute(() -> {
                states = new HashMap<>();
                look(false);
            });
        }
    }

    private void look(boolean telling) {
        if (events.listeners() == 0) {
            watching.set(false);
            if (events.listeners() > 0) {
                // somebody came in between
                watch();
            }
            return;
        }
        try {
            states.keySet().retainAll(worlds.reading(() -> lookAtLatest(telling)));
        } catch (StoreAwayException e) {
            LOG.debug("the store is away; a later look finds it back", e);
        }
        var unused = alarm.after(LOOK, () -> workers.execute(() -> look(true)));
    }

    /** What it has seen. */
    private Set<String> lookAtLatest(boolean telling) {
        var seen = new HashSet<String>();
        worlds.latest(0, WORLDS).forEach(world -> look(world, telling, seen));
        return seen;
    }

    private void look(World world, boolean telling, Set<String> seen) {
        var jobs = world.list(StateKinds.JOB, new StateStore.Page(0, A_WORLD));
        if (jobs.isEmpty()) {
            return;
        }
        var now = world.now();
        for (VideoJob job : jobs) {
            var key = world.id() + "/" + job.queueId();
            var state = JobJson.state(job.at(now));
            var before = states.put(key, state);
            seen.add(key);
            // one that nobody has looked at yet was told of when it was queued, as under way
            if (telling && !(before == null ? UNDER_WAY : before).equals(state)) {
                events.publish("job", world.id(), () -> JobJson.write(job, now));
            }
        }
    }
}
