package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises; each implementation runs these. */
abstract class StoreContract {

    private static final Kind<String> NOTE = new Kind<>("note", String.class);
    private static final Kind<Integer> COUNT = new Kind<>("count", Integer.class);

    abstract Store store();

    @Test
    void findsWhatAStepLeftAndNothingAfterItWasRemoved() {
        var store = created();
        var key = new Key<>("w", NOTE, "1");
        assertThat(store.find(key)).isEmpty();
        assertThat(store.<String, Boolean>compute(key, none -> Step.to("first", none.isPresent())))
                .isFalse();
        assertThat(store.find(key)).contains("first");
        store.compute(key, found -> new Step<>(Optional.empty(), 0));
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void keepsWorldsAndKindsApart() {
        var store = created();
        store.create("v");
        store.compute(new Key<>("w", NOTE, "1"), none -> Step.to("a"));
        assertThat(store.find(new Key<>("v", NOTE, "1"))).isEmpty();
        assertThat(store.find(new Key<>("w", COUNT, "1"))).isEmpty();
    }

    @Test
    void listsTheLatestIdFirstAndPages() {
        var store = created();
        IntStream.range(0, 5).forEach(i -> store.compute(new Key<>("w", NOTE, "id" + i), none -> Step.to("v" + i)));
        assertThat(store.list("w", NOTE, Store.Page.ALL)).containsExactly("v4", "v3", "v2", "v1", "v0");
        assertThat(store.list("w", NOTE, new Store.Page(1, 2))).containsExactly("v3", "v2");
        assertThat(store.eldest("w", NOTE)).contains("v0");
    }

    @Test
    void losesNoStepOfManyThreads() throws Exception {
        var store = created();
        var key = new Key<>("w", COUNT, "");
        var threads = Executors.newFixedThreadPool(64);
        try {
            Callable<Integer> thousand = () -> IntStream.range(0, 1000)
                    .map(i -> store.<Integer, Integer>compute(key, found -> Step.to(found.orElse(0) + 1)))
                    .sum();
            for (var done : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> thousand).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.find(key)).contains(64_000);
    }

    @Test
    void keepsNothingOfAWorldThatWasDropped() {
        var store = created();
        var key = new Key<>("w", NOTE, "1");
        store.compute(key, none -> Step.to("a"));
        store.drop("w");
        assertThat(store.find(key)).isEmpty();
        assertThat(store.<String, String>compute(key, none -> Step.to("b", "ran")))
                .isEqualTo("ran");
        assertThat(store.find(key)).isEmpty();
        assertThat(store.list("w", NOTE, Store.Page.ALL)).isEmpty();
    }

    private Store created() {
        var store = store();
        store.create("w");
        return store;
    }
}
