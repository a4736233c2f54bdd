package dev.venicesim.world;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.download.LinkState;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a world holds, as values by kind and id: what a copy of it is made from.
 *
 * @param values kinds without values are left out
 */
public record WorldState(Map<StateKind<?>, SortedMap<String, ?>> values) {

    /** A world as it stands in a store. */
    public static WorldState of(StateStore store, String world) {
        var values = new LinkedHashMap<StateKind<?>, SortedMap<String, ?>>();
        for (var kind : StateKinds.ofAWorld()) {
            var entries = store.entries(world, kind);
            if (!entries.isEmpty()) {
                values.put(kind, entries);
            }
        }
        return new WorldState(Collections.unmodifiableMap(values));
    }

    /** A world in which nothing has happened. */
    static WorldState declared(WorldConfiguration settings, WorldDeclaration declaration) {
        return new WorldState(Map.of())
                .with(StateKinds.SETTINGS, Optional.of(settings))
                .with(StateKinds.DECLARATION, Optional.of(declaration));
    }

    /** The values of a kind by their ids. */
    @SuppressWarnings("unchecked")
    <V> SortedMap<String, V> all(StateKind<V> kind) {
        return (SortedMap<String, V>) values.getOrDefault(kind, Collections.emptySortedMap());
    }

    /** The one value of a kind. */
    public <V> Optional<V> one(StateKind<V> kind) {
        return Optional.ofNullable(all(kind).get(""));
    }

    /**
     * A value that is another one than it was.
     *
     * @param kind of what kind, as a store names it
     * @param id which of its kind
     */
    public record Difference(String kind, String id, How how) {

        /** What happened to it. */
        public enum How {
            MADE,
            CHANGED,
            GONE;

            public String label() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What is other than in an earlier state of this world. */
    public List<Difference> changesSince(WorldState before) {
        var changes = new ArrayList<Difference>();
        for (var kind : StateKinds.ofAWorld()) {
            var was = before.all(kind);
            var now = all(kind);
            var ids = new TreeSet<>(was.keySet());
            ids.addAll(now.keySet());
            for (var id : ids) {
                how(was.get(id), now.get(id)).ifPresent(how -> changes.add(new Difference(kind.name(), id, how)));
            }
        }
        return changes;
    }

    private static Optional<Difference.How> how(@Nullable Object was, @Nullable Object now) {
        if (was == null) {
            return Optional.of(Difference.How.MADE);
        }
        if (now == null) {
            return Optional.of(Difference.How.GONE);
        }
        return was.equals(now) ? Optional.empty() : Optional.of(Difference.How.CHANGED);
    }

    /** The jobs that an earlier state of this world did not have. */
    public List<VideoJob> jobsSince(WorldState before) {
        var known = before.all(StateKinds.JOB);
        return all(StateKinds.JOB).entrySet().stream()
                .filter(job -> !known.containsKey(job.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same in another edition, with that edition's quirks. */
    WorldState in(ApiEdition edition) {
        return with(
                StateKinds.SETTINGS,
                one(StateKinds.SETTINGS)
                        .map(settings ->
                                settings.withBehaviour(settings.behaviour().withEdition(edition))));
    }

    /** The same as if it had been declared to behave otherwise. */
    public WorldState behaving(UnaryOperator<WorldConfiguration.Behaviour> change) {
        return with(
                        StateKinds.SETTINGS,
                        one(StateKinds.SETTINGS).map(was -> was.withBehaviour(change.apply(was.behaviour()))))
                .with(StateKinds.DECLARATION, one(StateKinds.DECLARATION).map(was -> was.behaving(change)));
    }

    /** The same under another name. */
    public WorldState withLabel(String label) {
        return with(StateKinds.DECLARATION, one(StateKinds.DECLARATION).map(was -> was.withLabel(label)));
    }

    /** The same without the credentials that see it. */
    public WorldState withoutCredentials() {
        return seenBy(List.of());
    }

    /** The same for others to see. */
    WorldState seenBy(List<Credential> credentials) {
        return with(StateKinds.SETTINGS, one(StateKinds.SETTINGS).map(settings -> settings.seenBy(credentials)))
                .with(
                        StateKinds.DECLARATION,
                        one(StateKinds.DECLARATION).map(declaration -> declaration.seenBy(credentials)));
    }

    /**
     * The same as a world of its own, whose clock goes on from where it stood. A link without its job belongs to a
     * request that was under way when the copy was made; deliveries that were under way end nowhere.
     *
     * @param stood when, in real time, this state was taken
     */
    WorldState as(String id, Instant stood, Instant realNow) {
        var settings = one(StateKinds.SETTINGS).map(was -> {
            var clock = was.clock();
            return was.as(id, new WorldClock(realNow, clock.at(stood), clock.scale(), clock.frozen()));
        });
        var jobs = all(StateKinds.JOB);
        var links = new TreeMap<String, LinkState>();
        all(StateKinds.LINK).forEach((job, link) -> {
            if (jobs.containsKey(job)) {
                links.put(job, link.atRest());
            }
        });
        return with(StateKinds.SETTINGS, settings).with(StateKinds.LINK, links);
    }

    /** Writes all of it into a world. */
    void writeTo(StateStore store, String world) {
        values.keySet().forEach(kind -> write(kind, store, world));
    }

    private <V> void write(StateKind<V> kind, StateStore store, String world) {
        all(kind).forEach((id, value) -> store.compute(new StateKey<>(world, kind, id), none -> Transition.to(value)));
    }

    private <V> WorldState with(StateKind<V> kind, Optional<V> value) {
        var one = new TreeMap<String, V>();
        value.ifPresent(there -> one.put("", there));
        return with(kind, one);
    }

    private <V> WorldState with(StateKind<V> kind, SortedMap<String, V> of) {
        var changed = new LinkedHashMap<>(values);
        if (of.isEmpty()) {
            changed.remove(kind);
        } else {
            changed.put(kind, of);
        }
        return new WorldState(Collections.unmodifiableMap(changed));
    }
}
