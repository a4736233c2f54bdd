package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.report.HtmlReport;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.contract.report.JunitXml;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Targets that would hurt whoever checks them. */
class HostileTargetTest {

    private final HandClock clock = new HandClock();

    private RunReport run(String baseUrl, Duration patience, String maxUsd) {
        var manner = new Target.Manner(patience, clock, clock.pause());
        var target = Target.at(baseUrl, Optional.of(Checked.KEY), manner);
        var plan = RunPlan.free(TestEditions.JUNE);
        return Checked.run(target, maxUsd.isEmpty() ? plan : plan.withMaxUsd(maxUsd));
    }

    private RunReport run(HostileServer server) {
        return run(server.baseUrl(), Duration.ofMinutes(10), "5");
    }

    private static String failure(RunReport report) {
        return report.targetFailure().map(TargetFailure::getMessage).orElse("");
    }

    @Test
    void aBodyThatTricklesIsGivenUp() {
        try (var server = HostileServer.answering((head, out) -> {
            // byte by byte, within the bound of a reply's size: what ends it is its time
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(' ');
                out.flush();
            }
        })) {
            assertThat(failure(run(server.baseUrl(), Duration.ofSeconds(1), "5")))
                    .contains("no answer within 1 s");
        }
    }

    @Test
    void aBodyThatNeverEndsIsGivenUpWithinItsBytes() {
        var chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (var server = HostileServer.answering((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(chunk);
            }
        })) {
            assertThat(failure(run(server))).contains("answers with more than");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "1", "\"x\"", "{\"data\":[]}", "{\"data\":[{}]}", "{\"data\":{\"id\":1}}"})
    void oneAnswerToEverythingEndsTheRunSoon(String body) {
        try (var server = HostileServer.saying("", body)) {
            var report = run(server);
            assertThat(report.agrees()).isFalse();
            var waited = clock.waits().stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(waited).isLessThan(Duration.ofMinutes(30));
            assertThat(server.heads()).hasSizeLessThan(2_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDocumentThatNoReaderShouldTakeIsNoAnswer(int kind) {
        var body = switch (kind) {
            case 0 -> "[".repeat(100_000);
            case 1 -> "{\"data\":[" + "[],".repeat(2_000_000) + "1]}";
            case 2 -> "{\"data\":1e99999999999}";
            default -> "{\"data\":[{\"id\":\"a\",\"created\":" + "9".repeat(1_000_000) + "}]}";
        };
        try (var server = HostileServer.saying("", body)) {
            var report = run(server);
            assertThat(report.targetFailure().map(TargetFailure::kind)).contains(TargetFailure.Kind.UNREACHABLE);
        }
    }

    @Test
    void theKeyGoesToNoOtherHostWhateverLinkIsHandedOut() {
        try (var checked = Checked.as(TestEditions.JUNE);
                var other = HostileServer.saying("", "{}");
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> reply.text().contains("download_url")
                                ? reply.replacing(
                                        checked.baseUrl().replace("/api/v1", "/v1/share"),
                                        other.baseUrl().replace("/api/v1", "/v1/share"))
                                : reply)) {
            checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(other.heads()).isNotEmpty().noneMatch(head -> head.contains(Checked.KEY));
        }
    }

    @Test
    void nothingItSaysIsMarkupInAReport(@TempDir Path folder) throws Exception {
        var attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\\u001b]0;title\\u0007\\u202e]]>&\\\"'";
        var model = "{\"id\":\"../../../../tmp/x" + attack + "\",\"type\":\"video\",\"object\":\"" + attack
                + "\",\"model_spec\":{\"name\":\"" + attack
                + "\",\"constraints\":{\"model_type\":\"text-to-video\",\"durations\":[\"" + attack + "\"]}}}";
        var body = "{\"data\":[" + model + "],\"error\":\"" + attack + "\",\"queue_id\":\"../../" + attack
                + "\",\"quote\":0.01,\"" + attack + "\":1}";
        try (var server = HostileServer.saying("X-Evil: <b>\r\n", body)) {
            var state = folder.resolve("state.json");
            var plan = new RunPlan(TestEditions.JUNE, Optional.of(Usd.parse("5")), List.of(), Optional.of(state));
            var manner = new Target.Manner(Duration.ofMinutes(10), clock, clock.pause());
            var report = Checked.run(Target.at(server.baseUrl(), Optional.of(Checked.KEY), manner), plan);
            var html = HtmlReport.of(report);
            assertThat(html).doesNotContain("<script", "<img", "\u001b", "\u0007");
            parsed(JunitXml.of(report));
            assertThat(JsonReport.of(report).toString()).doesNotContain("\u001b");
            try (var files = Files.list(folder)) {
                assertThat(files).allMatch(state::equals);
            }
        }
    }

    private static void parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void aRedirectLeadsNowhereWhateverItSays() throws IOException {
        for (var location :
                new String[] {"file:///etc/passwd", "//other/x", "", "http://[::1", "javascript:alert(1)"}) {
            try (var server = HostileServer.answering((head, out) -> out.write(("HTTP/1.1 302 Found\r\nLocation: "
                            + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)))) {
                assertThat(failure(run(server))).contains("not followed");
                assertThat(server.heads()).hasSize(1);
            }
        }
    }
}
