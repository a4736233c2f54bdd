package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunOptions;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run spends against targets that lie about quotes, charges and balances. */
class SpendingTest {

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
        var month = new RunOptions(List.of(), Map.of(), Optional.of(ledger), Optional.of(Usd.parse("0.30")));
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

    private static long bought(Meddler meddler) {
        return meddler.jobs();
    }

    private static List<String> ids(RunReport report) {
        return report.differing().stream().map(row -> row.check().id()).toList();
    }
}
