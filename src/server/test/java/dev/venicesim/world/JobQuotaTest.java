package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.time.TimeSource;
import org.junit.jupiter.api.Test;

class JobQuotaTest {

    private final MemoryStore store = new MemoryStore();
    private final World busy = world("busy");
    private final World other = world("other");
    private final World third = world("third");

    private World world(String id) {
        return new World(store, TimeSource.system(), id, now -> {
            throw new AssertionError("nothing reads how it is set up");
        });
    }

    @Test
    void givesOneWorldHalfAndAllTogetherTheWhole() {
        var quota = new JobQuota(4);

        quota.queued(busy);
        assertThat(quota.hasRoom(busy)).isTrue();
        quota.queued(busy);
        assertThat(quota.hasRoom(busy)).isFalse();
        assertThat(quota.hasRoom(other)).isTrue();

        quota.queued(other);
        quota.queued(third);
        assertThat(quota.hasRoom(third)).isFalse();
    }

    @Test
    void givesBackWhatIsForgottenAndWhatGoesWithItsWorld() {
        var quota = new JobQuota(4);
        quota.queued(busy);
        quota.queued(busy);

        quota.forgotten(busy);
        assertThat(quota.hasRoom(busy)).isTrue();

        quota.queued(other);
        quota.queued(third);
        quota.queued(third);
        assertThat(quota.hasRoom(busy)).isFalse();
        quota.dropped("third");
        assertThat(quota.hasRoom(busy)).isTrue();
        quota.dropped("third");
        quota.forgotten(third);
        quota.queued(other);
        assertThat(quota.hasRoom(other)).isFalse();
        assertThat(quota.hasRoom(third)).isTrue();
    }
}
