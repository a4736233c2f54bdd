package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises; each implementation runs these. */
public abstract class StoreContract {

    private static final StateKind<String> NOTE = StateKinds.LINK_KEY;
    private static final StateKind<KnownWorld> COUNT = StateKinds.KNOWN_WORLD;

    /** A store without a world in it, of its own for each call. */
    protected abstract StateStore store();

    @Test
    void findsWhatAStepLeftAndNothingAfterItWasRemoved() {
        var store = created();
        var key = new StateKey<>("w", NOTE, "1");
        assertThat(store.find(key)).isEmpty();
        assertThat(store.<String, Boolean>compute(key, none -> Transition.to("first", none.isPresent())))
                .isFalse();
        assertThat(store.find(key)).contains("first");
        store.compute(key, found -> new Transition<>(Optional.empty(), 0));
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void keepsWorldsAndKindsApart() {
        var store = created();
        store.create("v");
        store.compute(new StateKey<>("w", NOTE, "1"), none -> Transition.to("a"));
        assertThat(store.find(new StateKey<>("v", NOTE, "1"))).isEmpty();
        assertThat(store.find(new StateKey<>("w", COUNT, "1"))).isEmpty();
    }

    @Test
    void listsTheLatestIdFirstAndPages() {
        var store = created();
        IntStream.range(0, 5)
                .forEach(i -> store.compute(new StateKey<>("w", NOTE, "id" + i), none -> Transition.to("v" + i)));
        assertThat(store.list("w", NOTE, StateStore.Page.ALL)).containsExactly("v4", "v3", "v2", "v1", "v0");
        assertThat(store.list("w", NOTE, new StateStore.Page(1, 2))).containsExactly("v3", "v2");
        assertThat(store.eldest("w", NOTE)).contains("v0");
    }

    @Test
    void losesNoStepOfManyThreads() throws Exception {
        var store = created();
        var key = new StateKey<>("w", COUNT, "");
        var start = new KnownWorld("w", Instant.EPOCH);
        var threads = Executors.newFixedThreadPool(64);
        try {
            Callable<Integer> thousand = () -> IntStream.range(0, 1000)
                    .map(i -> store.<KnownWorld, Integer>compute(
                            key,
                            found -> Transition.to(
                                    new KnownWorld(
                                            "w", found.orElse(start).lastUsed().plusSeconds(1)),
                                    1)))
                    .sum();
            for (var done : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> thousand).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.find(key)).contains(new KnownWorld("w", Instant.ofEpochSecond(64_000)));
    }

    @Test
    void keepsNothingOfAWorldThatWasDropped() {
        var store = created();
        var key = new StateKey<>("w", NOTE, "1");
        store.compute(key, none -> Transition.to("a"));
        store.drop("w");
        assertThat(store.find(key)).isEmpty();
        assertThat(store.<String, String>compute(key, none -> Transition.to("b", "ran")))
                .isEqualTo("ran");
        assertThat(store.find(key)).isEmpty();
        assertThat(store.list("w", NOTE, StateStore.Page.ALL)).isEmpty();
    }

    @Test
    void pagesThroughAWorldWhileItIsWritten() throws Exception {
        var store = created();
        IntStream.range(0, 200)
                .forEach(i -> store.compute(new StateKey<>("w", NOTE, id(i)), none -> Transition.to(id(i))));
        var writer = Executors.newSingleThreadExecutor();
        try {
            var writing = writer.submit(() -> IntStream.range(200, 2000)
                    .forEach(i -> store.compute(new StateKey<>("w", NOTE, id(i)), none -> Transition.to(id(i)))));
            do {
                var page = store.list("w", NOTE, new StateStore.Page(0, 100));
                assertThat(page).hasSize(100).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
                assertThat(store.eldest("w", NOTE)).contains(id(0));
            } while (!writing.isDone());
            writing.get();
        } finally {
            writer.shutdownNow();
        }
        assertThat(store.list("w", NOTE, StateStore.Page.ALL)).hasSize(2000);
    }

    @Test
    void keepsNothingThatIsComputedWhileItsWorldIsDropped() throws Exception {
        var store = created();
        var writer = Executors.newFixedThreadPool(4);
        try {
            var going = new AtomicBoolean(true);
            Callable<Boolean> writes = () -> {
                for (int i = 0; going.get(); i++) {
                    store.compute(new StateKey<>("w", NOTE, id(i)), none -> Transition.to("v"));
                }
                return true;
            };
            var writing =
                    IntStream.range(0, 4).mapToObj(i -> writer.submit(writes)).toList();
            for (int i = 0; i < 50; i++) {
                store.drop("w");
                assertThat(store.list("w", NOTE, StateStore.Page.ALL)).isEmpty();
                store.create("w");
            }
            store.drop("w");
            going.set(false);
            for (var done : writing) {
                done.get();
            }
        } finally {
            writer.shutdownNow();
        }
        assertThat(store.list("w", NOTE, StateStore.Page.ALL)).isEmpty();
        assertThat(store.eldest("w", NOTE)).isEmpty();
    }

    private static String id(int i) {
        return String.format("%06d", i);
    }

    private StateStore created() {
        var store = store();
        store.create("w");
        return store;
    }
}
