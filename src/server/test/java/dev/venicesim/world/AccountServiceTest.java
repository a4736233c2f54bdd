package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.EntryType;
import dev.venicesim.billing.Purchase;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.jobs.JobOrder;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.jobs.Timeline;
import dev.venicesim.jobs.VideoFormat;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountServiceTest {

    private static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");
    private static final Usd FULL = Usd.parse("1.00");
    private static final Usd PRICE = Usd.parse("0.55");
    private static final Usd REST = Usd.parse("0.45");

    private final StateStore store = new MemoryStore();
    private final AccountService accounts = new AccountService(store, (world, job) -> true);
    private final World world = world(store);

    @ParameterizedTest
    @EnumSource
    void givesMoneyBackAMinuteAfterItWasTakenIfNoJobWasWritten(AccountSelector selector) {
        pay(selector, "q");
        at(60);
        assertThat(accounts.read(world, selector).available()).isEqualTo(REST);
        assertThat(world.find(StateKinds.JOB, "q")).isEmpty();

        at(61);
        var released = accounts.read(world, selector);
        assertThat(released.available()).isEqualTo(FULL);
        assertThat(released.unsettled()).isEmpty();
        var entry = released.ledger().entries().get(1);
        assertThat(entry.at()).isEqualTo(T0.plusSeconds(60));
        assertThat(entry.type()).isEqualTo(selector == AccountSelector.KEYS ? EntryType.REFUND : EntryType.RELEASE);
        at(100_000);
        assertThat(accounts.read(world, selector)).isEqualTo(released);
    }

    @Test
    void takesTheIdOfAJobThatWasNeverWrittenSoThatALateWriterFindsItTaken() {
        pay(AccountSelector.KEYS, "q");
        at(61);
        accounts.read(world, AccountSelector.KEYS);
        var late = job("q", new Outcome.Completes());
        var written =
                world.<VideoJob, VideoJob>compute(StateKinds.JOB, "q", found -> Transition.to(found.orElse(late)));
        assertThat(written).isNotEqualTo(late);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAMinuteOldClaimAloneWhoseJobWasWritten(AccountSelector selector) {
        pay(selector, "q");
        world.compute(StateKinds.JOB, "q", none -> Transition.to(job("q", new Outcome.Stuck())));
        at(3600);
        assertThat(accounts.read(world, selector).available()).isEqualTo(REST);
        assertThat(accounts.read(world, selector).unsettled()).containsKey("q");
    }

    @ParameterizedTest
    @CsvSource({"KEYS, 0.45", "WALLET, 1.00"})
    void keepsTheChargeButNotTheHoldOfAJobThatExpiredBeforeItEnded(AccountSelector selector, String left) {
        pay(selector, "q");
        world.compute(StateKinds.JOB, "q", none -> Transition.to(job("q", new Outcome.Stuck())));
        at(86_400);
        assertThat(accounts.read(world, selector).available()).isEqualTo(Usd.parse(left));
        assertThat(accounts.read(world, selector).unsettled()).isEmpty();
    }

    private void pay(AccountSelector selector, String queueId) {
        var purchase = new Purchase(queueId, "wan-2.6-text-to-video", "key", "sku", 5);
        var paid = accounts.pay(
                world,
                selector,
                world.now(),
                account -> selector == AccountSelector.KEYS
                        ? account.charge(purchase, PRICE, world.now())
                        : account.hold(purchase, PRICE, world.now()));
        assertThat(paid).isInstanceOf(Change.Done.class);
    }

    private static VideoJob job(String queueId, Outcome outcome) {
        var videoFormat = new VideoFormat(1280, 720, 24, Duration.ofSeconds(5), true);
        var order = new JobOrder(queueId, "wan-2.6-text-to-video", "a lighthouse", videoFormat, PRICE, false);
        var timeline = Timeline.timed(T0, Duration.ofSeconds(40), Duration.ofHours(24), Duration.ofSeconds(40));
        return VideoJob.accept(order, timeline, outcome);
    }

    private void at(long seconds) {
        world.change(settings -> settings.withClock(settings.clock().set(T0.plusSeconds(seconds), T0)));
    }

    @Test
    void keepsTheCostsOfWorldsThatAreGoneInTheStore() {
        pay(AccountSelector.KEYS, "q");
        assertThat(accounts.metered().inWords()).contains("0.55");
        accounts.retire(world);
        var afterARestart = new AccountService(store, (any, job) -> true);
        assertThat(afterARestart.costs(List.of())).isEqualTo(accounts.costs(List.of()));
        assertThat(afterARestart.costs(List.of()).inWords()).contains("0.55");
        assertThat(afterARestart.metered()).isEqualTo(CostReport.NOTHING);
    }

    private static World world(StateStore store) {
        var behaviour = new WorldConfiguration.Behaviour(
                TestEditions.JUNE,
                ScenarioDefinition.NONE,
                new Pace.Polls(2),
                true,
                QuirkSettings.defaults(),
                false,
                0);
        var opening = new OpeningBalances(FULL, Optional.empty(), Optional.empty(), FULL);
        var frozen = new WorldDeclaration.ClockStart(Optional.of(T0), true, 1.0);
        var plain = WorldDeclaration.plain(behaviour, opening).withCredential(Credential.apiKey("k"));
        var worlds = new WorldRegistry(
                store, TimeSource.system(), new IdGenerator(), new WorldRegistry.Plan(plain, 10, dropped -> {}));
        return worlds.declare(new WorldDeclaration(
                plain.credentials(), plain.base(), plain.behaviour(), frozen, opening, plain.label()));
    }
}
