package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.world.StateKinds;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldValuesTest {

    private final WorldValues values = new WorldValues();

    private Optional<String> eldest(Map<String, Optional<Object>> over) {
        return values.eldest(StateKinds.LINK_KEY, over);
    }

    @Test
    void theEldestIsFoundThroughTheChangesLaidOver() {
        assertThat(eldest(Map.of())).isEmpty();
        assertThat(eldest(Map.of("c", Optional.of("third")))).contains("third");
        values.put(StateKinds.LINK_KEY.name(), "b", Optional.of("second"));
        values.put(StateKinds.LINK_KEY.name(), "d", Optional.of("fourth"));
        assertThat(eldest(Map.of())).contains("second");
        assertThat(eldest(Map.of("a", Optional.of("first")))).contains("first");
        assertThat(eldest(Map.of("c", Optional.of("third")))).contains("second");
        assertThat(eldest(Map.of("b", Optional.of("changed")))).contains("changed");
        assertThat(eldest(Map.of("b", Optional.empty()))).contains("fourth");
        assertThat(eldest(Map.of("b", Optional.empty(), "c", Optional.of("third"))))
                .contains("third");
        assertThat(eldest(Map.of("b", Optional.empty(), "d", Optional.empty()))).isEmpty();
    }
}
