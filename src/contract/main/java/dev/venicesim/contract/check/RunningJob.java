package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.wallet.SigningWallet;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scripts about a job while it runs, and about what it cost. */
final class RunningJob {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);
    /** A run may be taken up again, and a job may take long. */
    private static final Duration OF_A_RUN = Duration.ofMinutes(45);

    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private RunningJob() {}

    /** Complete deletes what has ended, so it is tried on a job that nothing was asked about yet. */
    private static boolean isNew(CheckContext session, PaidJob paidJob) {
        var exchanges = session.conversation().exchanges();
        return exchanges.stream()
                        .anyMatch(exchange -> exchange.reply()
                                .json()
                                .path("queue_id")
                                .asText()
                                .equals(paidJob.queueId()))
                && exchanges.stream()
                        .noneMatch(
                                exchange -> exchange.request().body().orElse("").contains(paidJob.queueId()));
    }

    /** What the times have to be stands in the oracle of times; this gives it two of one job to compare. */
    static CheckResult times(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var first = session.ask(paidJob.retrieve());
        if (!isRunning(first)) {
            return notRunning(first);
        }
        session.target().pause().sleep(BETWEEN_POLLS);
        var second = session.ask(paidJob.retrieve());
        if (!isRunning(second)) {
            return notRunning(second);
        }
        var before = PlainNumber.of(first.json().path("execution_duration")).orElse(BigDecimal.ZERO);
        var least = before.add(BigDecimal.valueOf(BETWEEN_POLLS.toMillis() / 2));
        var expected = Expectation.status(200)
                .where(
                        "/execution_duration",
                        "at least " + least + ", a second after " + before,
                        after -> PlainNumber.of(after)
                                .filter(told -> told.compareTo(least) >= 0)
                                .isPresent());
        return JobScript.judged(session, paidJob.retrieve(), expected.compare(second, session.schemas()));
    }

    /** Source: docs/api/disagreements.md#complete-for-running-jobs. */
    static CheckResult completedEarly(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (!isNew(session, paidJob)) {
            return new CheckResult.Skipped("the job was queued in an earlier run, and may have ended");
        }
        var answer = session.ask(paidJob.complete());
        var differences = new ArrayList<>(Expectation.status(200)
                .schema("complete-reply")
                .where("/success", "false", node -> node.isBoolean() && !node.booleanValue())
                .compare(answer, session.schemas()));
        var refused = UnknownJobChecks.noId().compare(answer, session.schemas()).isEmpty();
        var after = session.ask(paidJob.retrieve());
        if (!after.ok()) {
            return JobScript.judged(session, paidJob.retrieve(), List.of(stillThere(after)));
        }
        return differences.isEmpty()
                ? new CheckResult.Agrees()
                : new CheckResult.Differs(
                        differences,
                        session.target().curl(paidJob.complete()),
                        refused ? Map.of(ApiQuirk.COMPLETE.label(), "400") : Map.of());
    }

    static CheckResult strangers(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var found = new DifferenceLog();
        var settings = new HashMap<String, String>();
        for (var path : List.of("/video/retrieve", "/video/complete")) {
            for (var call : byStrangers(session, TargetRequest.post(path, paidJob.ids()))) {
                var answer = session.ask(call);
                if (call.isSigned() && path.endsWith("/retrieve")) {
                    found.add(call, JobRequests.unknown(session, answer, settings));
                } else if (answer.status() < 400) {
                    found.add(
                            call,
                            new Difference("status", "a refusal of who has no part in the job", answer.toString()));
                }
            }
        }
        var after = session.ask(paidJob.retrieve());
        if (!after.ok()) {
            found.add(paidJob.retrieve(), stillThere(after));
        }
        return found.result(session, settings);
    }

    private static List<TargetRequest> byStrangers(CheckContext session, TargetRequest call) {
        var calls = new ArrayList<>(List.of(call, call.withBadKey()));
        try {
            var wallet = SigningWallet.base(new SecureRandom());
            if (call.path().endsWith("/retrieve")) {
                calls.add(deleting(call).withBadKey());
                calls.add(deleting(call));
            }
            calls.add(call.with(
                    "SIGN-IN-WITH-X",
                    wallet.signIn(
                            session.target().baseUrl(), session.target().time().now())));
        } catch (MissingLibraryException missing) {
            return List.copyOf(calls);
        }
        return List.copyOf(calls);
    }

    private static TargetRequest deleting(TargetRequest call) {
        var body = call.body().orElse("{}").replaceFirst("^\\{", "{\"delete_media_on_completion\":true,");
        return TargetRequest.post(call.path(), body, "application/json");
    }

    /** The row is looked for among the newest; a target that writes it later is no different for that. */
    static CheckResult usage(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var call = usagePage(session);
        var answer = session.ask(call);
        var rows = ExpectedFacts.list(answer.json().path("data")).stream()
                .filter(row -> row.at("/inferenceDetails/requestId").asText().equals(paidJob.queueId()))
                .map(row -> row(session, row, paidJob))
                .toList();
        if (rows.isEmpty() && nameless(answer.json(), paidJob)) {
            var difference = new Difference(
                    "/data/inferenceDetails/requestId", paidJob.queueId() + ", the job's", "another, at its price");
            return JobScript.judged(session, call, List.of(difference));
        }
        if (rows.isEmpty()) {
            return answer.ok()
                    ? new CheckResult.Skipped(notListed(answer.json()))
                    : JobScript.judged(session, call, Expectation.status(200).compare(answer, session.schemas()));
        }
        if (paysInDiem(session)) {
            return new CheckResult.Skipped("the account has DIEM, which pays first");
        }
        var isListed = rows.stream().anyMatch(List::isEmpty);
        return JobScript.judged(session, call, isListed ? List.of() : rows.get(0));
    }

    /** The longest page of usage that the edition has. */
    static TargetRequest usagePage(CheckContext session) {
        var edition = session.schemas().edition();
        var path = edition.gone().containsKey("GET /billing/usage")
                ? "/billing/usage-history?pageSize=1000"
                : "/billing/usage?limit=500&sortOrder=desc";
        return TargetRequest.get(path).withKey();
    }

    /** Whether a page of usage is all there is. */
    static boolean isWhole(JsonNode page) {
        return !page.path("nextCursor").isTextual()
                && page.at("/pagination/totalPages").asInt(1) <= 1;
    }

    static String notListed(JsonNode page) {
        return isWhole(page)
                ? "usage does not list the job yet"
                : "usage does not list the job on the page that was read, and there are more";
    }

    /** Source: docs/api/money-and-prices.md#diem. */
    static boolean paysInDiem(CheckContext session) {
        return session.conversation().exchanges().stream()
                .flatMap(exchange -> exchange.reply().header("x-venice-balance-diem").stream())
                .flatMap(told -> PlainNumber.of(told).stream())
                .anyMatch(diem -> diem.signum() > 0);
    }

    /** Whether a job of its model is listed at its price and under no id that the run knows. */
    private static boolean nameless(JsonNode answer, PaidJob paidJob) {
        var words = List.of(paidJob.model().split("[-.]", -1));
        return ExpectedFacts.list(answer.path("data")).stream()
                .filter(row -> PlainNumber.of(row.path("amount"))
                        .filter(amount ->
                                amount.negate().compareTo(paidJob.cost().decimal()) == 0)
                        .isPresent())
                .anyMatch(row -> words.stream().allMatch(row.path("sku").asText()::contains));
    }

    /** A refund of the job, if there is one, is another row. */
    static List<Difference> row(CheckContext session, JsonNode row, PaidJob paidJob) {
        var cost = paidJob.cost().decimal();
        var amount = row.path("amount");
        var differences = new ArrayList<Difference>();
        if (PlainNumber.of(amount)
                .filter(told -> told.compareTo(cost.negate()) == 0)
                .isEmpty()) {
            differences.add(new Difference("/data/amount", "-" + paidJob.cost(), ExpectedFacts.shown(amount)));
        }
        var written = instant(row.path("timestamp").asText());
        if (written.map(at ->
                        Duration.between(at, session.target().time().now()).abs())
                .filter(ago -> ago.compareTo(OF_A_RUN) > 0)
                .isPresent()) {
            differences.add(new Difference(
                    "/data/timestamp", "an instant of this run", ExpectedFacts.shown(row.path("timestamp"))));
        }
        if (!row.path("currency").asText().equals("USD")) {
            differences.add(new Difference("/data/currency", "USD", ExpectedFacts.shown(row.path("currency"))));
        }
        var price = PlainNumber.of(row.path("pricePerUnitUsd"));
        var sum = PlainNumber.of(row.path("units")).flatMap(units -> price.map(units::multiply));
        if (sum.filter(told -> told.subtract(cost).abs().compareTo(A_CENT) <= 0).isEmpty()) {
            differences.add(new Difference(
                    "/data/pricePerUnitUsd",
                    "units times it to be " + paidJob.cost(),
                    ExpectedFacts.shown(row.path("pricePerUnitUsd")) + " for " + row.path("units")));
        }
        return differences;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isRunning(TargetReply answer) {
        return answer.ok() && answer.json().path("status").asText().equals("PROCESSING");
    }

    private static Difference stillThere(TargetReply answer) {
        return new Difference("status", "200 to its owner afterwards, since the job goes on", answer.toString());
    }

    /** Why nothing can be said of a job that should be running: it is done, or the target does not say so. */
    static CheckResult notRunning(TargetReply answer) {
        return new CheckResult.Skipped(
                answer.ok()
                        ? "the job had ended before it was asked about"
                        : "the job is not known to run: retrieve answered " + answer);
    }
}
