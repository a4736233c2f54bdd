package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.billing.reads.RateLimitLog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.jobs.Pace;
import dev.venicesim.limits.LimitState;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldRegistryTest {

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
    void keepsNothingButLimitsForAKeyThatOnlyReads() {
        var worlds = worlds(10);
        var world = worlds.read(Credential.apiKey("reader"));
        assertThat(world.settings().opening().balance()).isEqualTo(Usd.ofCents(100));
        world.compute(StateKinds.RATE_LIMIT_LOG, none -> Transition.to(RateLimitLog.EMPTY));
        assertThat(world.find(StateKinds.RATE_LIMIT_LOG)).isEmpty();
        world.compute(StateKinds.LIMITS, "reader", none -> Transition.to(LimitState.EMPTY));
        var again = worlds.read(Credential.apiKey("reader"));
        assertThat(again.find(StateKinds.LIMITS, "reader")).isPresent();
        assertThat(again.find(StateKinds.LIMITS, "other")).isEmpty();
        assertThat(worlds.find(Credential.apiKey("reader"))).isEmpty();
        assertThat(worlds.all()).isEmpty();
    }

    @Test
    void forgetsTheLimitsOfTheReaderThatWasLongestAway() {
        var world = worlds(10).read(Credential.apiKey("reader"));
        for (var n = 0; n < 2001; n++) {
            world.compute(StateKinds.LIMITS, "reader-" + n, none -> Transition.to(LimitState.EMPTY));
        }
        assertThat(world.find(StateKinds.LIMITS, "reader-0")).isEmpty();
        assertThat(world.find(StateKinds.LIMITS, "reader-1")).isPresent();
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
        assertThat(worlds.byId(WorldRegistry.ANONYMOUS)).isPresent();
    }

    @Test
    void countsNothingOfAWorldThatAnotherProcessOfTheStoreHasDropped() {
        var store = new MemoryStore();
        var worlds = worlds(10, store, TimeSource.system());
        var full = worlds.open(Credential.apiKey("full"));
        while (worlds.jobs().hasRoom(full)) {
            worlds.jobs().queued(full);
        }
        worlds(10, store, TimeSource.system()).delete(full);
        assertThat(worlds.count()).isOne();
        worlds.droppedElsewhere(full.id());
        assertThat(worlds.jobs().hasRoom(full)).isTrue();
        assertThat(worlds.count()).isZero();
    }

    @Test
    void stillCountsAWorldThatAnotherProcessOfTheStoreHasBegunAnew() {
        var store = new MemoryStore();
        var worlds = worlds(10, store, TimeSource.system());
        var world = worlds.open(Credential.apiKey("anew"));
        worlds(10, store, TimeSource.system()).reset(world);
        worlds.droppedElsewhere(world.id());
        assertThat(worlds.count()).isOne();
    }

    @Test
    void refusesToDeclareACredentialTwice() {
        var worlds = worlds(10);
        var declaration = defaults().withCredential(Credential.apiKey("taken"));
        worlds.declare(declaration);
        assertThatThrownBy(() -> worlds.declare(declaration)).isInstanceOf(CredentialTakenException.class);
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
        assertThatThrownBy(() -> worlds.admit(world, Credential.apiKey("late"))).isInstanceOf(WorldGoneException.class);
        assertThatThrownBy(() -> worlds.reset(world)).isInstanceOf(WorldGoneException.class);
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

    @Test
    void findsItsWorldsAgainInTheStoreAndKnowsWhichWasIdleLongest() {
        var store = new MemoryStore();
        var time = new HandTime();
        var before = worlds(3, store, time);
        var oldest = before.open(Credential.apiKey("1"));
        time.pass(Duration.ofMinutes(1));
        var second = before.open(Credential.apiKey("2"));
        time.pass(Duration.ofMinutes(1));
        before.find(Credential.apiKey("1"));
        before.admit(oldest, Credential.wallet("0xabc"));

        var after = worlds(2, store, time);
        assertThat(after.find(Credential.apiKey("1")).orElseThrow().id()).isEqualTo(oldest.id());
        assertThat(after.find(Credential.wallet("0xabc")).orElseThrow().id()).isEqualTo(oldest.id());
        assertThat(after.all()).hasSize(2);
        assertThat(after.linkKey(32)).isEqualTo(before.linkKey(32)).hasSize(32);
        after.open(Credential.apiKey("3"));
        assertThat(dropped).containsExactly(second.id());
    }

    @Test
    void writesTheUseOfAWorldOnceAMinuteAtMost() {
        var store = new MemoryStore();
        var time = new HandTime();
        var worlds = worlds(3, store, time);
        var id = worlds.open(Credential.apiKey("1")).id();
        var key = new StateKey<>(StateStore.SERVER, StateKinds.KNOWN_WORLD, id);
        var made = store.find(key).orElseThrow();
        time.pass(Duration.ofSeconds(59));
        worlds.find(Credential.apiKey("1"));
        assertThat(store.find(key)).containsSame(made);
        time.pass(Duration.ofSeconds(1));
        worlds.find(Credential.apiKey("1"));
        assertThat(store.find(key)).contains(new KnownWorld(id, time.now()));
    }

    private WorldRegistry worlds(int cap) {
        return worlds(cap, new MemoryStore(), TimeSource.system());
    }

    private WorldRegistry worlds(int cap, StateStore store, TimeSource time) {
        return new WorldRegistry(store, time, new IdGenerator(), new WorldRegistry.Plan(defaults(), cap, dropped::add));
    }

    /** Time that passes when it is told to. */
    private static final class HandTime implements TimeSource {
        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        void pass(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long nanos() {
            return 0;
        }
    }

    private static WorldDeclaration defaults() {
        var behaviour = new WorldConfiguration.Behaviour(
                TestEditions.JUNE,
                ScenarioDefinition.NONE,
                new Pace.Polls(2),
                true,
                QuirkSettings.defaults(),
                false,
                0);
        return WorldDeclaration.plain(behaviour, OpeningBalances.of(Usd.ofCents(100)));
    }
}
