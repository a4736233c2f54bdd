package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.world.StoreAwayException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientExecutorTest {

    private final PatientExecutor executor = new PatientExecutor(Runnable::run);
    private final List<String> done = new ArrayList<>();
    private boolean away = true;

    private void change() {
        if (away) {
            throw new StoreAwayException("as if");
        }
        done.add("changed");
    }

    @Test
    void carriesOutOnceItIsBackWhatFoundTheStoreAway() {
        executor.execute(this::change);
        executor.goOn();
        assertThat(done).isEmpty();
        away = false;
        executor.goOn();
        executor.goOn();
        assertThat(done).containsExactly("changed");
    }
}
