package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    @Test
    void areTakenUpToTheirNumberByEachHolder() {
        var limiter = new ConcurrencyLimiter(2);
        assertThat(limiter.take("a")).isTrue();
        assertThat(limiter.take("a")).isTrue();
        assertThat(limiter.take("a")).isFalse();
        assertThat(limiter.take("b")).isTrue();
        limiter.give("a");
        assertThat(limiter.take("a")).isTrue();
        assertThat(limiter.take("a")).isFalse();
    }

    @Test
    void areNeverMoreHoweverManyTakeAtATime() throws Exception {
        var limiter = new ConcurrencyLimiter(5);
        var pool = Executors.newFixedThreadPool(32);
        try {
            Callable<Boolean> take = () -> limiter.take("a");
            var got = 0;
            for (var taken : pool.invokeAll(Collections.nCopies(200, take))) {
                got += taken.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(5);
        } finally {
            pool.shutdownNow();
        }
    }
}
