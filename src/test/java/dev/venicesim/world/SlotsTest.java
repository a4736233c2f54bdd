package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void areTakenUpToTheirNumberByEachHolder() {
        var slots = new Slots(2);
        assertThat(slots.take("a")).isTrue();
        assertThat(slots.take("a")).isTrue();
        assertThat(slots.take("a")).isFalse();
        assertThat(slots.take("b")).isTrue();
        slots.give("a");
        assertThat(slots.take("a")).isTrue();
        assertThat(slots.take("a")).isFalse();
    }

    @Test
    void areNeverMoreHoweverManyTakeAtATime() throws Exception {
        var slots = new Slots(5);
        var pool = Executors.newFixedThreadPool(32);
        try {
            Callable<Boolean> take = () -> slots.take("a");
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
