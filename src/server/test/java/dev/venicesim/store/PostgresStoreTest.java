package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.store.PostgresCluster;
import dev.venicesim.acceptance.store.WithPostgres;
import dev.venicesim.world.KnownWorld;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.StoreContract;
import dev.venicesim.world.Transition;
import dev.venicesim.world.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithPostgres.class)
class PostgresStoreTest extends StoreContract {

    private static final StateKey<String> NOTE = note("w", "1");
    private static final UnitOfWork.Purpose CHANGING = new UnitOfWork.Purpose(true, Optional.empty());

    private final PostgresCluster cluster;
    private final List<StateStore> opened = new ArrayList<>();

    PostgresStoreTest(PostgresCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    protected StateStore store() {
        return open(cluster.newDatabase());
    }

    private StateStore open(String address) {
        var store = PostgresStore.open(PostgresAddress.parse(address));
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(StateStore::close);
    }

    private static StateKey<String> note(String world, String id) {
        return new StateKey<>(world, StateKinds.LINK_KEY, id);
    }

    private static KnownWorld later(Optional<KnownWorld> found) {
        return new KnownWorld(
                "w", found.map(KnownWorld::lastUsed).orElse(Instant.EPOCH).plusSeconds(1));
    }

    @Test
    void twoReplicasSeeEachOthersChangesAtOnce() {
        var address = cluster.newDatabase();
        var one = open(address);
        var other = open(address);
        one.create("w");
        assertThat(other.find(NOTE)).isEmpty();
        one.compute(NOTE, none -> Transition.to("a"));
        assertThat(other.find(NOTE)).contains("a");
        other.compute(NOTE, found -> Transition.to(found.orElseThrow() + "b"));
        assertThat(one.find(NOTE)).contains("ab");
        one.compute(NOTE, found -> new Transition<String, Boolean>(Optional.empty(), true));
        assertThat(other.find(NOTE)).isEmpty();
        assertThat(other.list("w", StateKinds.LINK_KEY, StateStore.Page.ALL)).isEmpty();
        other.compute(NOTE, none -> Transition.to("c"));
        other.drop("w");
        assertThat(one.find(NOTE)).isEmpty();
        one.create("w");
        assertThat(other.find(NOTE)).as("a world made anew is empty").isEmpty();
        other.compute(note("w", "2"), none -> Transition.to("d"));
        assertThat(one.list("w", StateKinds.LINK_KEY, StateStore.Page.ALL)).containsExactly("d");
    }

    @Test
    void twoReplicasLoseNoStepOfEachOther() throws Exception {
        var address = cluster.newDatabase();
        var replicas = List.of(open(address), open(address));
        replicas.get(0).create("w");
        var key = new StateKey<>("w", StateKinds.KNOWN_WORLD, "");
        var threads = Executors.newFixedThreadPool(16);
        try {
            var steps = IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Integer>) () -> IntStream.range(0, 50)
                            .map(step -> replicas.get(i % 2)
                                    .<KnownWorld, Integer>compute(key, found -> Transition.to(later(found), 1)))
                            .sum())
                    .toList();
            for (var done : threads.invokeAll(steps)) {
                assertThat(done.get()).isEqualTo(50);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(replicas.get(0).find(key)).contains(new KnownWorld("w", Instant.ofEpochSecond(800)));
        assertThat(replicas.get(1).find(key)).contains(new KnownWorld("w", Instant.ofEpochSecond(800)));
    }

    @Test
    void theServersOwnValuesAreSharedAndListed() {
        var address = cluster.newDatabase();
        var one = open(address);
        var other = open(address);
        for (var id : List.of("a", "b", "c")) {
            one.compute(
                    new StateKey<>(StateStore.SERVER, StateKinds.KNOWN_WORLD, id),
                    none -> Transition.to(new KnownWorld(id, Instant.EPOCH)));
        }
        assertThat(other.list(StateStore.SERVER, StateKinds.KNOWN_WORLD, StateStore.Page.ALL))
                .extracting(KnownWorld::id)
                .containsExactly("c", "b", "a");
        assertThat(other.list(StateStore.SERVER, StateKinds.KNOWN_WORLD, new StateStore.Page(1, 1)))
                .extracting(KnownWorld::id)
                .containsExactly("b");
    }

    @Test
    void whatAUnitOfWorkChangedIsThereForOthersOnceItHasEnded() {
        var address = cluster.newDatabase();
        var one = open(address);
        var other = open(address);
        one.create("w");
        one.create("v");
        try (var unit = one.begin(CHANGING)) {
            one.compute(NOTE, none -> Transition.to("a"));
            one.compute(note("w", "2"), none -> Transition.to("b"));
            assertThat(one.find(NOTE)).contains("a");
            assertThat(one.list("w", StateKinds.LINK_KEY, StateStore.Page.ALL)).containsExactly("b", "a");
            assertThat(other.find(NOTE)).as("before the end").isEmpty();
            one.compute(note("v", "3"), none -> Transition.to("elsewhere"));
            assertThat(one.find(NOTE)).as("read back from another world").contains("a");
            unit.end().orElseThrow().toCompletableFuture().join();
        }
        assertThat(other.find(NOTE)).contains("a");
        assertThat(other.find(note("v", "3"))).contains("elsewhere");
    }

    @Test
    void idsThatNoIndexHoldsComeBackAsTheyAre() {
        var address = cluster.newDatabase();
        var one = open(address);
        var other = open(address);
        one.create("w");
        var ids = List.of("\0", "https://example.com/" + "long/".repeat(2000), "#", "\\0", "\u00fc");
        ids.forEach(id -> one.compute(note("w", id), none -> Transition.to(id.length() + " long")));
        ids.forEach(id -> assertThat(other.find(note("w", id))).contains(id.length() + " long"));
    }

    @Test
    void aDatabaseThatCrashedComesBackByItself() {
        var cluster = PostgresCluster.start();
        try (cluster) {
            var store = open(cluster.newDatabase());
            store.create("w");
            store.compute(NOTE, none -> Transition.to("kept"));
            cluster.crash();
            cluster.up();
            while (!store.isAvailable()) {
                Thread.onSpinWait();
            }
            assertThat(store.find(NOTE)).contains("kept");
            store.compute(NOTE, found -> Transition.to(found.orElseThrow() + " on"));
            assertThat(store.find(NOTE)).contains("kept on");
        }
    }
}
