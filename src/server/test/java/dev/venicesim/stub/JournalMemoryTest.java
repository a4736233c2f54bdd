package dev.venicesim.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalMemoryTest {

    @Test
    void letsTheEldestGoOnceThereIsNoRoomAndNotAByteBefore() {
        var gone = new ArrayList<UUID>();
        var memory = new JournalMemory(100, gone::add);
        var first = new UUID(0, 1);
        var second = new UUID(0, 2);

        memory.note(first, 40);
        memory.note(second, 60);
        assertThat(gone).isEmpty();

        memory.note(new UUID(0, 3), 1);
        assertThat(gone).containsExactly(first);
    }

    @Test
    void keepsNothingOfWhatIsLargerThanAllItsRoom() {
        var gone = new ArrayList<UUID>();
        var memory = new JournalMemory(100, gone::add);
        var large = new UUID(0, 1);

        memory.note(large, 101);

        assertThat(gone).containsExactly(large);
    }
}
