package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.Meddler.Reply;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shell line beside a difference: the request whose reply differs, and no other of the same check. */
class EvidenceTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("differing")
    void isTheRequestThatDiffers(String check, String line, String none, Change change) {
        var edition = check.equals("link.complete") ? ApiEdition.latest() : TestEditions.AUGUST;
        var plan = new RunPlan(edition, Optional.of(Usd.parse("5")), List.of(check), Optional.empty());
        try (var checked = Checked.as(edition, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), change)) {
            var report = Checked.run(checked.target(meddler.baseUrl()), plan);
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing())
                    .singleElement()
                    .satisfies(row -> assertThat(((CheckResult.Differs) row.result()).evidence())
                            .contains(line)
                            .doesNotContain(none));
        }
    }

    static Stream<Arguments> differing() {
        return Stream.of(
                row(
                        "job.strangers",
                        "invalid-contract-check",
                        "$VENICE_API_KEY",
                        taking("/video/complete", "invalid-contract-check", "{\"success\":true}")),
                row(
                        "job.incomplete-requests",
                        "/video/complete",
                        "/video/retrieve",
                        (asked, reply) ->
                                asked.contains("/complete") && !asked.body().contains("\"model\"")
                                        ? answered(reply)
                                        : reply),
                row(
                        "job.charged-as-quoted",
                        "/video/retrieve",
                        "/video/queue",
                        on("/video/retrieve", 200, reply -> reply.with("x-venice-balance-usd", "98.00"))),
                row(
                        "job.balance-everywhere",
                        "/billing/balance",
                        "/api_keys/rate_limits",
                        on("/billing/balance", 200, reply -> reply.replacing("\"usd\":", "\"usd\":1"))),
                row(
                        "link.range",
                        "Range: bytes=0-0",
                        "Range: bytes=100-",
                        (asked, reply) ->
                                asked.headers().getOrDefault("range", "").equals("bytes=0-0")
                                        ? reply.with("content-range", "bytes 0-0/7")
                                        : reply),
                row(
                        "link.forged",
                        "--head",
                        "-X GET",
                        (asked, reply) -> asked.contains("HEAD /v1/share") ? reply.withStatus(410) : reply),
                row(
                        "link.complete",
                        "--head",
                        "/video/complete",
                        (asked, reply) -> asked.contains("HEAD /v1/share") ? reply.withStatus(410) : reply),
                row(
                        "link.revoked",
                        "--head",
                        "-X GET",
                        (asked, reply) -> asked.contains("HEAD /v1/share") && reply.status() == 410
                                ? reply.withStatus(404)
                                : reply),
                row(
                        "sign-in.once-on-video-routes",
                        "/x402/balance/",
                        "/video/queue",
                        on("/x402/balance/", 200, reply -> reply.withStatus(401))),
                row(
                        "payment.once",
                        "/x402/transactions/",
                        "/x402/top-up",
                        on("/x402/transactions/", 200, reply -> reply.replacing("TOP_UP", "REFUND"))));
    }

    /** A call of a path is taken, if a credential of its is this one. */
    private static Change taking(String path, String credential, String body) {
        return (asked, reply) -> asked.contains(path)
                        && asked.headers().getOrDefault("authorization", "").contains(credential)
                ? new Reply(200, reply.headers(), body.getBytes(StandardCharsets.UTF_8))
                : reply;
    }

    private static Reply answered(Reply reply) {
        return new Reply(200, reply.headers(), "{\"success\":true}".getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments row(String check, String line, String none, Change change) {
        return Arguments.of(check, line, none, change);
    }
}
