package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Script that holds the sums of what was used against the rows of it. Sums may be minutes old and so too low, but never
 * higher than the rows that are read after them; but for others who use the account and whose rows come late, so that none
 * but a target on this machine is judged. Source: docs/api/billing.md#usage-sums.
 */
final class UsageSums {

    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    /** Each of them sums up all that was spent. */
    private static final Map<String, String> SUMS = Map.of("byDate", "USD", "byModel", "totalUsd", "byKey", "totalUsd");

    /** The shortest of the periods that are asked for, past those of other checks. */
    private static final int LEAST_DAYS = 31;

    private static final int MOST_DAYS = 89;
    private static final int SECONDS_OF_A_MINUTE = 60;

    private UsageSums() {}

    static CheckResult once(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (!session.target().isOnThisMachine()) {
            return new CheckResult.Skipped("others may use the account of such a target at the same time");
        }
        var call = sums(session);
        var sums = session.ask(call);
        var page = session.ask(RunningJob.usagePage(session));
        if (!sums.ok() || !page.ok()) {
            return new CheckResult.Skipped("usage was not told: " + (sums.ok() ? page : sums));
        }
        var rows = page.json().path("data");
        var spent = sum(rows, "amount").map(BigDecimal::negate);
        var why = doubt(session, paidJob, page.json());
        if (why.isPresent() || spent.isEmpty()) {
            return new CheckResult.Skipped(why.orElse("usage lists an amount that is no number"));
        }
        var found = new DifferenceLog();
        SUMS.forEach((list, member) -> sum(sums.json().path(list), member)
                .filter(sum -> sum.subtract(spent.get()).compareTo(A_CENT) >= 0)
                .ifPresent(sum -> found.add(
                        call,
                        new Difference(
                                "/" + list,
                                "a " + member + " of " + spent.get().toPlainString()
                                        + " in all, as the rows of usage have it",
                                sum.toPlainString()))));
        return found.result(session);
    }

    /** A period that nobody asked for in the last minutes, for which a sum could be kept. */
    private static TargetRequest sums(CheckContext session) {
        var minute = session.target().time().now().getEpochSecond() / SECONDS_OF_A_MINUTE;
        var days = LEAST_DAYS + Math.floorMod(minute, MOST_DAYS - LEAST_DAYS + 1);
        return TargetRequest.get("/billing/usage-analytics?lookback=" + days + "d")
                .withKey();
    }

    /** Why the rows are nothing to go by. */
    private static Optional<String> doubt(CheckContext session, PaidJob paidJob, JsonNode page) {
        var rows = ExpectedFacts.list(page.path("data"));
        if (!RunningJob.isWhole(page)) {
            return Optional.of("usage has more pages than the one that was read");
        }
        var own = rows.stream()
                .filter(row -> row.at("/inferenceDetails/requestId").asText().equals(paidJob.queueId()))
                .toList();
        if (own.isEmpty()) {
            return Optional.of(RunningJob.notListed(page));
        }
        if (own.stream().noneMatch(row -> RunningJob.row(session, row, paidJob).isEmpty())) {
            return Optional.of("usage lists the job otherwise than it was, which job.usage is about");
        }
        if (rows.stream()
                .flatMap(row -> PlainNumber.of(row.path("amount")).stream())
                .anyMatch(amount -> amount.signum() > 0)) {
            return Optional.of("usage lists what was paid back, perhaps between the two requests");
        }
        return RunningJob.paysInDiem(session)
                ? Optional.of("the account has DIEM, which pays first")
                : Optional.empty();
    }

    /** Empty if one of them is no number. */
    private static Optional<BigDecimal> sum(JsonNode entries, String member) {
        List<Optional<BigDecimal>> numbers = ExpectedFacts.list(entries).stream()
                .map(entry -> PlainNumber.of(entry.path(member)))
                .toList();
        return numbers.stream().allMatch(Optional::isPresent)
                ? Optional.of(numbers.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
