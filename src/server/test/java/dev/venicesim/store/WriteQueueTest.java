package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WriteQueueTest {

    private final List<StateKey<?>> written = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean full = new AtomicBoolean();

    private WriteQueue started() {
        var queue = new WriteQueue(batch -> {
            if (full.get()) {
                throw new StoreWriteException(new IllegalStateException("disk full"));
            }
            written.addAll(batch.changed());
        });
        queue.start();
        return queue;
    }

    private static StateKey<String> key(String id) {
        return new StateKey<>("w", StateKinds.LINK_KEY, id);
    }

    private static void settle(WriteQueue queue) throws Exception {
        queue.unsettled().orElseThrow().toCompletableFuture().get();
    }

    @Test
    void whatFailedIsWrittenWithTheNextThatSucceeds() throws Exception {
        try (var queue = started()) {
            full.set(true);
            queue.change(key("1"), false);
            assertThatThrownBy(() -> settle(queue)).hasMessageContaining("disk full");
            assertThat(queue.isFailing()).isTrue();
            assertThat(written).isEmpty();
            full.set(false);
            queue.change(key("2"), false);
            settle(queue);
            assertThat(queue.isFailing()).isFalse();
            assertThat(written).containsExactlyInAnyOrder(key("1"), key("2"));
            assertThat(queue.unsettled()).isEmpty();
        }
    }

    @Test
    void theChangesOfARequestAreWrittenTogether() throws Exception {
        var batches = Collections.synchronizedList(new ArrayList<Integer>());
        try (var queue = new WriteQueue(batch -> batches.add(batch.changed().size()))) {
            queue.start();
            queue.change(key("charge"), false);
            queue.change(key("job"), false);
            queue.change(key("link"), false);
            settle(queue);
            assertThat(batches).containsExactly(3);
        }
    }

    @Test
    void whoComesWhileABatchIsWrittenWaitsForItsOwn() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var queue = new WriteQueue(batch -> {
            begun.countDown();
            await(go);
            written.addAll(batch.changed());
        })) {
            queue.start();
            queue.change(key("1"), false);
            var first = queue.unsettled().orElseThrow().toCompletableFuture();
            begun.await();
            assertThat(queue.unsettled())
                    .as("a reader waits for what is being written")
                    .isPresent();
            queue.change(key("2"), false);
            var second = queue.unsettled().orElseThrow().toCompletableFuture();
            assertThat(first).isNotDone();
            go.countDown();
            second.get();
            assertThat(first).isDone();
            assertThat(written).containsExactly(key("1"), key("2"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsLeftBehindWhenItIsClosed() {
        var queue = started();
        queue.change(key("tally"), true);
        assertThat(queue.unsettled()).isEmpty();
        queue.close();
        assertThat(written).containsExactly(key("tally"));
    }

    @Test
    void aDroppedWorldsEarlierChangesAreNotWritten() {
        var dropped = new ArrayList<String>();
        var queue = new WriteQueue(batch -> {
            dropped.addAll(batch.dropped());
            written.addAll(batch.changed());
        });
        queue.change(key("1"), false);
        queue.drop("w");
        queue.change(key("2"), false);
        queue.start();
        queue.close();
        assertThat(dropped).containsExactly("w");
        assertThat(written).containsExactly(key("2"));
    }
}
