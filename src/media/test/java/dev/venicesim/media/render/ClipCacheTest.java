package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ClipCacheTest {

    private static final ClipSpec SMALL = Fixtures.spec(64, 64, 24, 1000);

    @Test
    void rendersOnceForManyThreadsAtOnce() throws Exception {
        ClipCache cache = new ClipCache(50_000_000);
        ClipSpec spec = Fixtures.spec(1920, 1080, 24, 5000);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Clip>> clips = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clips.add(threads.submit(() -> {
                    start.await();
                    return cache.get(spec);
                }));
            }
            start.countDown();
            Clip first = clips.get(0).get();
            for (Future<Clip> clip : clips) {
                assertThat(clip.get()).isSameAs(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(cache.rendered()).isEqualTo(1);
    }

    @Test
    void forgetsTheClipReadLongestAgoWhenItIsFull() {
        long one = Clip.render(SMALL).heapBytes();
        ClipCache cache = new ClipCache(2 * one + one / 2);
        ClipSpec second = Fixtures.spec(64, 64, 24, 1040);
        ClipSpec third = Fixtures.spec(64, 64, 24, 1080);

        Clip kept = cache.get(SMALL);
        Clip dropped = cache.get(second);
        cache.get(SMALL);
        cache.get(third);

        assertThat(cache.get(SMALL)).isSameAs(kept);
        assertThat(cache.get(second)).isNotSameAs(dropped);
        assertThat(cache.bytes()).isBetween(one, 2 * one + one / 2);
    }

    @Test
    void rendersButDoesNotKeepWhatIsLargerThanItsBound() {
        ClipCache cache = new ClipCache(1000);

        assertThat(cache.get(SMALL).length()).isEqualTo(100_000);
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void refusesANegativeBound() {
        assertThatThrownBy(() -> new ClipCache(-1)).hasMessage("maxBytes must not be negative: -1");
    }
}
