package dev.venicesim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.EntryType;
import dev.venicesim.billing.Purchase;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.jobs.Footage;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.Order;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.jobs.Timeline;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {

    private static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");
    private static final Usd FULL = Usd.parse("1.00");
    private static final Usd PRICE = Usd.parse("0.55");
    private static final Usd REST = Usd.parse("0.45");

    private final Accounts accounts = new Accounts((world, job) -> true);
    private final World world = world();

    @ParameterizedTest
    @EnumSource
    void givesMoneyBackAMinuteAfterItWasTakenIfNoJobWasWritten(Purse purse) {
        pay(purse, "q");
        at(60);
        assertThat(accounts.read(world, purse).available()).isEqualTo(REST);
        assertThat(world.find(Kinds.JOB, "q")).isEmpty();

        at(61);
        var released = accounts.read(world, purse);
        assertThat(released.available()).isEqualTo(FULL);
        assertThat(released.unsettled()).isEmpty();
        var entry = released.ledger().entries().get(1);
        assertThat(entry.at()).isEqualTo(T0.plusSeconds(60));
        assertThat(entry.type()).isEqualTo(purse == Purse.KEYS ? EntryType.REFUND : EntryType.RELEASE);
        at(100_000);
        assertThat(accounts.read(world, purse)).isEqualTo(released);
    }

    @Test
    void takesTheIdOfAJobThatWasNeverWrittenSoThatALateWriterFindsItTaken() {
        pay(Purse.KEYS, "q");
        at(61);
        accounts.read(world, Purse.KEYS);
        var late = job("q", new Outcome.Completes());
        var written = world.<Job, Job>compute(Kinds.JOB, "q", found -> Step.to(found.orElse(late)));
        assertThat(written).isNotEqualTo(late);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAMinuteOldClaimAloneWhoseJobWasWritten(Purse purse) {
        pay(purse, "q");
        world.compute(Kinds.JOB, "q", none -> Step.to(job("q", new Outcome.Stuck())));
        at(3600);
        assertThat(accounts.read(world, purse).available()).isEqualTo(REST);
        assertThat(accounts.read(world, purse).unsettled()).containsKey("q");
    }

    @ParameterizedTest
    @CsvSource({"KEYS, 0.45", "WALLET, 1.00"})
    void keepsTheChargeButNotTheHoldOfAJobThatExpiredBeforeItEnded(Purse purse, String left) {
        pay(purse, "q");
        world.compute(Kinds.JOB, "q", none -> Step.to(job("q", new Outcome.Stuck())));
        at(86_400);
        assertThat(accounts.read(world, purse).available()).isEqualTo(Usd.parse(left));
        assertThat(accounts.read(world, purse).unsettled()).isEmpty();
    }

    private void pay(Purse purse, String queueId) {
        var purchase = new Purchase(queueId, "wan-2.6-text-to-video", "key", "sku", 5);
        var paid = accounts.pay(
                world,
                purse,
                account -> purse == Purse.KEYS
                        ? account.charge(purchase, PRICE, world.now())
                        : account.hold(purchase, PRICE, world.now()));
        assertThat(paid).isInstanceOf(Change.Done.class);
    }

    private static Job job(String queueId, Outcome outcome) {
        var footage = new Footage(1280, 720, 24, Duration.ofSeconds(5), true);
        var order = new Order(queueId, "wan-2.6-text-to-video", "a lighthouse", footage, PRICE, false);
        var timeline = Timeline.timed(T0, Duration.ofSeconds(40), Duration.ofHours(24), Duration.ofSeconds(40));
        return Job.accept(order, timeline, outcome);
    }

    private void at(long seconds) {
        world.change(settings -> settings.withClock(settings.clock().set(T0.plusSeconds(seconds), T0)));
    }

    private static World world() {
        var behaviour = new WorldSettings.Behaviour(
                Edition.E2026_06_17, Scenario.NONE, new Pace.Polls(2), true, Quirks.defaults(), false, 0);
        var opening = new Opening(FULL, Optional.empty(), Optional.empty(), FULL);
        var frozen = new Declaration.ClockStart(Optional.of(T0), true, 1.0);
        var plain = Declaration.plain(behaviour, opening).withCredential(Credential.apiKey("k"));
        var worlds = new Worlds(
                new MemoryStore(), TimeSource.system(), new Ids(), new Worlds.Plan(plain, 10, dropped -> {}));
        return worlds.declare(new Declaration(plain.credentials(), plain.base(), plain.behaviour(), frozen, opening));
    }
}
