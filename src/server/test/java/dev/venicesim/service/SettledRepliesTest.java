package dev.venicesim.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.Transition;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SettledRepliesTest {

    private static final Reply.Now DONE = Reply.empty(200);
    private static final Reply.Now AWAY = Reply.empty(503);

    private final Later store = new Later();
    private final StoreMeter meter = new StoreMeter(TimeSource.system());

    /** A store that says itself what there is to wait for. */
    private static final class Later implements StateStore {
        private final StateStore memory = new MemoryStore();
        private Optional<CompletionStage<Void>> unsettled = Optional.empty();

        @Override
        public <V> Optional<V> find(StateKey<V> key) {
            return memory.find(key);
        }

        @Override
        public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
            return memory.compute(key, transition);
        }

        @Override
        public <V> List<V> list(String world, StateKind<V> kind, Page page) {
            return memory.list(world, kind, page);
        }

        @Override
        public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
            return memory.entries(world, kind);
        }

        @Override
        public <V> Optional<V> eldest(String world, StateKind<V> kind) {
            return memory.eldest(world, kind);
        }

        @Override
        public void create(String world) {
            memory.create(world);
        }

        @Override
        public void drop(String world) {
            memory.drop(world);
        }

        @Override
        public Optional<CompletionStage<Void>> unsettled() {
            return unsettled;
        }
    }

    private Reply answer(Reply reply) {
        return new SettledReplies(request -> reply, store, meter, () -> AWAY).handle(request());
    }

    @SuppressWarnings("NullAway")
    private static Request request() {
        return null;
    }

    @Test
    void aReplyGoesOutAtOnceWhereNothingIsUnsettled() {
        assertThat(answer(DONE)).isSameAs(DONE);
    }

    @Test
    void aReplyWaitsUntilWhatItTellsIsKept() {
        var written = new CompletableFuture<Void>();
        store.unsettled = Optional.of(written);
        var reply = answer(DONE).stage().toCompletableFuture();
        assertThat(reply).isNotDone();
        written.complete(null);
        assertThat(reply).isCompletedWithValue(DONE);
        assertThat(meter.waits().read().count()).isEqualTo(1);
        assertThat(meter.failures()).isZero();
    }

    @Test
    void aLateReplyWaitsForWhatWasChangedUntilItWasThere() {
        var made = new CompletableFuture<Reply.Now>();
        var reply = answer(new Reply.Later(made)).stage().toCompletableFuture();
        var written = new CompletableFuture<Void>();
        store.unsettled = Optional.of(written);
        made.complete(DONE);
        assertThat(reply).isNotDone();
        written.complete(null);
        assertThat(reply).isCompletedWithValue(DONE);
    }

    @Test
    void whatCouldNotBeKeptIsNotAcknowledged() {
        store.unsettled = Optional.of(CompletableFuture.failedFuture(new IllegalStateException("disk full")));
        assertThat(answer(DONE).stage().toCompletableFuture()).isCompletedWithValue(AWAY);
        assertThat(meter.failures()).isEqualTo(1);
    }
}
