package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunOptions;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.contract.spending.LedgerFile;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run spends against targets that lie about quotes, charges and balances. */
class SpendingTest {

    private static final byte[] TAKEN = "{\"model\":\"wan\",\"queue_id\":\"019d39c4-97d7-76b0-bc56-5ca8467cced1\"}"
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void afterTheFirstCentBeyondTheQuoteNothingMoreIsBought() {
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (asked, reply) -> asked.contains("/video/quote") && reply.status() == 200
                                ? reply.replacing(reply.text(), "{\"quote\":0.01}")
                                : reply)) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(bought(meddler)).isEqualTo(1);
            assertThat(ids(report)).contains("job.charged-as-quoted", "reply.balance");
            assertThat(report.observed()).isGreaterThan(Usd.parse("0.01")).isEqualTo(report.spent());
            assertThat(report.rows())
                    .filteredOn(row -> row.check().id().equals("link.queue-reply"))
                    .first()
                    .asString()
                    .contains("more than was due");
        }
    }

    @Test
    void aChargeForARefusalLetsNothingBeBought() {
        var refused = new AtomicInteger();
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(checked.baseUrl(), (asked, reply) -> {
                    var charged = asked.contains("/video/queue") && reply.status() == 400
                            ? refused.getAndIncrement()
                            : refused.get();
                    return reply.headers().containsKey("x-venice-balance-usd")
                            ? reply.with("x-venice-balance-usd", Integer.toString(100 - charged))
                            : reply;
                })) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(bought(meddler)).isZero();
            assertThat(ids(report)).contains("reply.balance");
            assertThat(report.observed()).isGreaterThan(Usd.ZERO);
        }
    }

    @Test
    void aJobThatShouldHaveBeenRefusedIsNoErrandOfTheRunAndEndsAllSpending() {
        var isTaken = new AtomicBoolean();
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(checked.baseUrl(), (asked, reply) -> {
                    if (asked.contains("/video/queue") && reply.status() == 400) {
                        isTaken.set(true);
                        return Deviations.body(reply, TAKEN).withStatus(200);
                    }
                    return isTaken.get() ? Deviations.lower(reply, "0.50") : reply;
                })) {
            var plan = new RunPlan(
                    TestEditions.JUNE,
                    Optional.of(Usd.parse("5")),
                    List.of("queue.missing-prompt", "job", "reply.balance"),
                    Optional.empty());
            var report = Checked.run(checked.target(meddler.baseUrl()), plan);
            assertThat(bought(meddler)).isZero();
            assertThat(ids(report)).containsExactlyInAnyOrder("queue.missing-prompt", "reply.balance");
            assertThat(report.rows())
                    .filteredOn(row -> row.check().id().startsWith("job."))
                    .isNotEmpty()
                    .allMatch(row -> row.result().toString().contains("should have been refused was accepted"));
            assertThat(report.spent()).isEqualTo(Usd.parse("0.50"));
            assertThat(meddler.seen())
                    .as("it is deleted all the same")
                    .last()
                    .asString()
                    .contains("/video/complete");
        }
    }

    @Test
    void aBalanceThatIsNoNumberIsADifferenceAndNothingIsBought() {
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (asked, reply) -> reply.headers().containsKey("x-venice-balance-usd")
                                ? reply.with("x-venice-balance-usd", "$100.00")
                                        .replacing("\"usd\":100", "\"usd\":\"$100\"")
                                : reply)) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(report.targetFailure()).isEmpty();
            assertThat(ids(report)).contains("headers.balance", "reply.balance-headers");
            assertThat(bought(meddler)).isZero();
        }
    }

    @Test
    void anEmptyAccountIsInconclusiveAndNoDifference() {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.balance("0"))) {
            var report = checked.run(checked.target(), "5");
            assertThat(ids(report)).isEmpty();
            assertThat(report.inconclusive()).isEqualTo(1);
            assertThat(report.rows())
                    .filteredOn(row -> row.result() instanceof CheckResult.Inconclusive)
                    .first()
                    .asString()
                    .contains("too little money");
        }
    }

    @Test
    void theLedgerCapsWhatAllRunsOfAMonthSpend(@TempDir Path folder) throws Exception {
        var ledger = folder.resolve("ledger.jsonl");
        var month = month(ledger);
        var plan = new RunPlan(
                TestEditions.JUNE, Optional.of(Usd.parse("5")), List.of("job", "link"), Optional.empty(), month);
        try (var checked = Checked.as(TestEditions.JUNE)) {
            var first = Checked.run(checked.target(), plan);
            assertThat(first.spent()).isGreaterThan(Usd.ZERO).isLessThanOrEqualTo(Usd.parse("0.30"));
            var second = Checked.run(checked.target(), plan);
            assertThat(first.spent().plus(second.spent())).isLessThanOrEqualTo(Usd.parse("0.30"));
            assertThat(Files.readAllLines(ledger)).isNotEmpty().allMatch(line -> line.contains("\"usd\""));
            Files.writeString(ledger, "no ledger");
            assertThatThrownBy(() -> Checked.run(checked.target(), plan))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no ledger of check");
        }
    }

    private static RunOptions month(Path ledger) {
        return new RunOptions(List.of(), Map.of(), Optional.of(new LedgerFile(ledger, Optional.of(Usd.parse("0.30")))));
    }

    @Test
    void whatTheMonthHasLeftIsAskedAtEachPayment(@TempDir Path folder) {
        var ledger = folder.resolve("ledger.jsonl");
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(checked.baseUrl(), (asked, reply) -> {
                    if (asked.contains("/video/queue") && reply.status() == 200) {
                        spendElsewhere(ledger, checked);
                    }
                    return reply;
                })) {
            var plan = new RunPlan(
                    TestEditions.JUNE,
                    Optional.of(Usd.parse("5")),
                    List.of("job", "link"),
                    Optional.empty(),
                    month(ledger));
            Checked.run(checked.target(meddler.baseUrl()), plan);
            assertThat(bought(meddler)).isEqualTo(1);
        }
    }

    /** Another run pays what the month has left. */
    private static void spendElsewhere(Path ledger, Checked checked) {
        var line = "{\"at\":\"" + checked.clock().now() + "\",\"target\":\"another\",\"usd\":\"0.29\"}\n";
        try {
            Files.writeString(ledger, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunThatIsTakenUpCountsWhatTheLedgerHasOnce(@TempDir Path folder) {
        var ledger = folder.resolve("ledger.jsonl");
        var state = Optional.of(folder.resolve("state.json"));
        var cap = Optional.of(Usd.parse("5"));
        try (var checked = Checked.as(TestEditions.JUNE)) {
            var all = List.of("job", "link");
            var whole = Checked.run(checked.target(), new RunPlan(TestEditions.JUNE, cap, all, Optional.empty()))
                    .spent();
            var options = new RunOptions(List.of(), Map.of(), Optional.of(new LedgerFile(ledger, Optional.of(whole))));
            var begun = new RunPlan(TestEditions.JUNE, cap, List.of("job"), state, options);
            assertThat(Checked.run(checked.target(), begun).spent())
                    .isGreaterThan(Usd.ZERO)
                    .isLessThan(whole);
            var ended = new RunPlan(TestEditions.JUNE, cap, all, state, options);
            assertThat(Checked.run(checked.target(), ended).spent()).isEqualTo(whole);
        }
    }

    @Test
    void aLedgerThatCannotBeWrittenIsRefusedBeforeAnythingIsAsked(@TempDir Path folder) {
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(checked.baseUrl(), (asked, reply) -> reply)) {
            for (var file : List.of(folder, folder.resolve("nowhere/ledger.jsonl"))) {
                var plan = RunPlan.free(TestEditions.JUNE).withMaxUsd("5").with(month(file));
                assertThatThrownBy(() -> Checked.run(checked.target(meddler.baseUrl()), plan))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("ledger cannot be \"" + file + "\"")
                        .hasMessageContaining("give a file that can be written");
            }
            assertThat(meddler.seen()).isEmpty();
        }
    }

    private static long bought(Meddler meddler) {
        return meddler.jobs();
    }

    private static List<String> ids(RunReport report) {
        return report.differing().stream().map(row -> row.check().id()).toList();
    }
}
