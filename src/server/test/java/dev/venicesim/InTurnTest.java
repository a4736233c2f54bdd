package dev.venicesim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks that wait for each other. */
class InTurnTest {

    private final ArrayDeque<Runnable> workers = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final InTurn turns = new InTurn(workers::add);

    @Test
    void leavesEveryTaskToTheWorkersAndGivesThemOneAtATime() {
        for (var name : List.of("first", "second", "third")) {
            turns.execute(() -> done.add(name));
        }
        assertThat(done).isEmpty();
        assertThat(workers).hasSize(1);

        workers.remove().run();
        assertThat(done).containsExactly("first");
        assertThat(workers).hasSize(1);

        workers.remove().run();
        workers.remove().run();
        assertThat(done).containsExactly("first", "second", "third");
        assertThat(workers).isEmpty();
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        turns.execute(() -> {
            throw new IllegalStateException("it broke");
        });
        turns.execute(() -> done.add("the next"));
        assertThatThrownBy(() -> workers.remove().run()).hasMessage("it broke");

        workers.remove().run();
        assertThat(done).containsExactly("the next");
    }
}
