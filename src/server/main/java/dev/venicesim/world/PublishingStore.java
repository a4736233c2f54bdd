package dev.venicesim.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.LedgerEntry;
import dev.venicesim.billing.reads.AccountView;
import dev.venicesim.event.EventLog;
import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.json.Json;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * State store that tells what changes in another one: worlds, clocks, jobs and money, in the one place that all of them
 * pass. While nobody listens it looks at a flag and hands on.
 */
public final class PublishingStore extends ForwardingStore {

    private static final Set<StateKind<?>> WATCHED = Set.of(StateKinds.JOB, StateKinds.ACCOUNT, StateKinds.SETTINGS);

    private final EventLog events;
    private final TimeSource time;

    public PublishingStore(StateStore store, EventLog events, TimeSource time) {
        super(store);
        this.events = events;
        this.time = time;
    }

    /** A value before and after a change. */
    private record Change<V>(Optional<V> before, Optional<V> after) {}

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        if (!events.awake() || !isWatched(key.kind())) {
            return super.compute(key, transition);
        }
        var last = new AtomicReference<>(new Change<V>(Optional.empty(), Optional.empty()));
        var result = super.compute(key, before -> {
            var step = transition.apply(before);
            last.setPlain(new Change<>(before, step.value()));
            return step;
        });
        tell(key, last.getPlain());
        return result;
    }

    private static boolean isWatched(StateKind<?> kind) {
        return WATCHED.contains(kind);
    }

    private <V> void tell(StateKey<V> key, Change<V> change) {
        var after = change.after();
        if (after.isEmpty() || change.before().equals(after)) {
            return;
        }
        var now = after.get();
        if (now instanceof VideoJob job) {
            job(key.world(), change.before().map(VideoJob.class::cast), job);
        } else if (now instanceof LedgerAccount account) {
            money(key.world(), key.id(), change.before().map(LedgerAccount.class::cast), account);
        } else if (now instanceof WorldConfiguration settings) {
            settings(key.world(), change.before().map(WorldConfiguration.class::cast), settings);
        }
    }

    /** A poll that only counts is none of a listener's business. */
    private void job(String world, Optional<VideoJob> before, VideoJob job) {
        var same = before.filter(was -> was.timeline().equals(job.timeline())
                && was.outcome().equals(job.outcome())
                && was.endsAt().equals(job.endsAt())
                && was.deleted() == job.deleted());
        if (same.isEmpty()) {
            var now = now(world);
            events.publish("job", world, () -> JobJson.write(job, now));
        }
    }

    private void money(String world, String account, Optional<LedgerAccount> before, LedgerAccount after) {
        var ledger = after.ledger();
        var known =
                before.map(was -> was.ledger().folded() + was.ledger().size()).orElse(0L);
        var entries = (int) Math.max(0, Math.min(ledger.size(), ledger.folded() + ledger.size() - known));
        for (var index = ledger.size() - entries; index < ledger.size(); index++) {
            var entry = ledger.get(index);
            events.publish("money", world, () -> money(account, entry));
        }
    }

    private static ObjectNode money(String account, LedgerEntry entry) {
        return AccountView.entry(entry)
                .put("heldUsd", entry.after().held().number())
                .put("account", account);
    }

    private void settings(String world, Optional<WorldConfiguration> before, WorldConfiguration after) {
        if (before.isEmpty()) {
            world(world, "made");
        } else if (before.get().clock().equals(after.clock())) {
            world(world, "changed");
        } else {
            var real = time.now();
            events.publish("clock", world, () -> clock(after.clock(), real));
        }
    }

    private static ObjectNode clock(WorldClock clock, Instant real) {
        return Json.object()
                .put("now", clock.at(real).toString())
                .put("frozen", clock.frozen())
                .put("scale", clock.scale())
                .put("shared", clock.shared());
    }

    private void world(String world, String change) {
        events.publish("world", world, () -> Json.object().put("change", change));
    }

    private Instant now(String world) {
        var real = time.now();
        return find(new StateKey<>(world, StateKinds.SETTINGS, ""))
                .map(settings -> settings.clock().at(real))
                .orElse(real);
    }

    @Override
    public void drop(String world) {
        super.drop(world);
        if (events.awake()) {
            world(world, "gone");
        }
    }
}
