package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.jobs.Pace;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldsTest {

    private final List<String> dropped = new ArrayList<>();

    @Test
    void givesACredentialTheSameWorldEveryTimeAndAnotherOneAnother() {
        var worlds = worlds(10);
        var mine = worlds.open(Credential.apiKey("mine"));
        assertThat(worlds.open(Credential.apiKey("mine")).id()).isEqualTo(mine.id());
        assertThat(worlds.open(Credential.apiKey("yours")).id()).isNotEqualTo(mine.id());
        assertThat(mine.id()).doesNotContain("mine");
    }

    @Test
    void keepsNothingForAKeyThatOnlyReads() {
        var worlds = worlds(10);
        var world = worlds.read(Credential.apiKey("reader"));
        assertThat(world.settings().opening().balance()).isEqualTo(Usd.ofCents(100));
        world.compute(Kinds.LIMITS, "x", none -> Step.to(dev.venicesim.limits.LimitState.EMPTY));
        assertThat(world.find(Kinds.LIMITS, "x")).isEmpty();
        assertThat(worlds.find(Credential.apiKey("reader"))).isEmpty();
        assertThat(worlds.all()).isEmpty();
    }

    @Test
    void dropsTheWorldIdleLongestPastTheCap() {
        var worlds = worlds(2);
        var first = worlds.open(Credential.apiKey("1"));
        var second = worlds.open(Credential.apiKey("2"));
        worlds.find(Credential.apiKey("1"));
        worlds.open(Credential.apiKey("3"));
        assertThat(dropped).containsExactly(second.id());
        assertThat(worlds.byId(first.id())).isPresent();
        assertThat(worlds.byId(second.id())).isEmpty();
        assertThat(worlds.byId(Worlds.ANONYMOUS)).isPresent();
    }

    @Test
    void refusesToDeclareACredentialTwice() {
        var worlds = worlds(10);
        var declaration = defaults().withCredential(Credential.apiKey("taken"));
        worlds.declare(declaration);
        assertThatThrownBy(() -> worlds.declare(declaration)).isInstanceOf(Worlds.CredentialTakenException.class);
    }

    @Test
    void resetsAWorldToWhatWasDeclaredUnderTheSameId() {
        var worlds = worlds(10);
        var world = worlds.declare(defaults().withCredential(Credential.apiKey("k")));
        worlds.admit(world, Credential.apiKey("second"));
        world.change(settings -> settings.withBehaviour(settings.behaviour().withPace(new Pace.Polls(7))));
        var again = worlds.reset(world);
        assertThat(again.id()).isEqualTo(world.id());
        assertThat(again.settings().behaviour().pace()).isEqualTo(new Pace.Polls(2));
        assertThat(worlds.find(Credential.apiKey("second"))).isEmpty();
        assertThat(worlds.find(Credential.apiKey("k"))).isPresent();
    }

    @Test
    void givesNoKeyToAWorldThatIsGone() {
        var worlds = worlds(10);
        var world = worlds.declare(defaults().withCredential(Credential.apiKey("k")));
        worlds.delete(world);
        assertThatThrownBy(() -> worlds.admit(world, Credential.apiKey("late")))
                .isInstanceOf(Worlds.WorldGoneException.class);
        assertThatThrownBy(() -> worlds.reset(world)).isInstanceOf(Worlds.WorldGoneException.class);
        assertThat(worlds.find(Credential.apiKey("late"))).isEmpty();
    }

    @Test
    void makesOneWorldWhenManyThreadsMeetANewKey() throws Exception {
        var worlds = worlds(1000);
        var threads = Executors.newFixedThreadPool(64);
        try {
            var ids = threads.invokeAll(IntStream.range(0, 64)
                    .<java.util.concurrent.Callable<String>>mapToObj(
                            i -> () -> worlds.open(Credential.apiKey("shared")).id())
                    .toList());
            var seen = new java.util.HashSet<String>();
            for (var id : ids) {
                seen.add(id.get());
            }
            assertThat(seen).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private Worlds worlds(int cap) {
        return new Worlds(
                new MemoryStore(), TimeSource.system(), new Ids(), new Worlds.Plan(defaults(), cap, dropped::add));
    }

    private static Declaration defaults() {
        var behaviour = new WorldSettings.Behaviour(
                Edition.E2026_06_17, Scenario.NONE, new Pace.Polls(2), true, Quirks.defaults(), false, 0);
        return Declaration.plain(behaviour, Opening.of(Usd.ofCents(100)));
    }
}
