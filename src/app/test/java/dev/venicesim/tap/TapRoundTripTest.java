package dev.venicesim.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session through the tap, and the same session against a simulator that plays what the tap wrote. */
@Timeout(150)
class TapRoundTripTest {

    private static final String KEY = "key-of-a-shop-in-murano";
    private static final String MAIL = "marco.polo@venice.example";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static final String FACE = """
            {"model":"seedance-2-0-image-to-video","prompt":"she turns","duration":"5s","resolution":"720p",
             "image_url":"https://media.example/cousin-1024x1024.png"%s}""";

    private static final String SCENARIO = """
            {"jobs":[{"when":{"prompt":"storm"},"time":"polls:1",
              "outcome":{"refused":{"recommendedModel":"wan-2.6-text-to-video"}}},
             {"when":{"prompt":"broken"},"time":"polls:0","outcome":{"failed":{"message":"Out of glass"}}}],
             "jobTime":"polls:2","balanceUsd":50,
             "faces":{"https://media.example/cousin-1024x1024.png":["face"]},
             "faults":[{"on":"retrieve","nth":2,"respond":{"status":503,"body":{"error":"full"},"headers":{"Retry-After":"3"}}},
              {"when":{"endpoint":"queue","prompt":"storm","nth":1},"respond":{"status":402,"body":{"error":"no money"}}}]}""";

    /** Statuses and JSON bodies of a session, without what is made anew for each job. */
    private static List<String> session(String baseUrl, String key) {
        var client = new Http(baseUrl).with("Authorization", "Bearer " + key);
        var seen = new ArrayList<String>();
        see(seen, client.post("/video/quote", Requests.WAN));
        var calm = client.post("/video/queue", Requests.wan("a gondola for " + MAIL));
        see(seen, calm);
        for (var poll = 0; poll < 4; poll++) {
            see(seen, client.post("/video/retrieve", Requests.ticket(calm)));
        }
        see(seen, client.post("/video/complete", Requests.ticket(calm)));
        see(seen, client.post("/video/queue", Requests.wan("a storm")));
        var storm = client.post("/video/queue", Requests.wan("a storm"));
        see(seen, storm);
        see(seen, client.post("/video/retrieve", Requests.ticket(storm)));
        see(seen, client.post("/video/retrieve", Requests.ticket(storm)));
        var broken = client.post("/video/queue", Requests.wan("broken glass"));
        see(seen, client.post("/video/retrieve", Requests.ticket(broken)));
        see(seen, client.post("/video/queue", FACE.formatted("")));
        see(seen, client.post("/video/queue", Requests.WAN.replace("prompt", "promt")));
        see(seen, client.get("/billing/balance").status() + "");
        var link = client.post("/video/queue", Requests.PRIVATE_GROK);
        see(seen, link);
        for (var poll = 0; poll < 3; poll++) {
            see(seen, client.post("/video/retrieve", Requests.ticket(link)));
        }
        var file = new Http(link.json().path("download_url").asText()).get("");
        see(seen, file.status() + " " + file.header("Content-Type"));
        return seen;
    }

    private static void see(List<String> seen, Http.Answer answer) {
        var type = answer.header("Content-Type");
        var text = type.startsWith("video/") ? type : answer.text();
        see(
                seen,
                answer.status() + " "
                        + text.replaceAll("\"queue_id\":\"[^\"]+\"", "\"queue_id\":\"...\"")
                                .replaceAll("\"download_url\":\"[^\"]+\"", "\"download_url\":\"...\"")
                                .replaceAll("\"(execution_duration|average_execution_time)\":[\\d.]+", "\"$1\":0"));
    }

    private static void see(List<String> seen, String line) {
        seen.add(line);
    }

    private static Tap tap(Sim target, String maxUsd) {
        return Tap.start(
                new TapTarget(target.simulator().baseUrl(), ServerTrust.ofJava()),
                new Tap.Address("127.0.0.1", 0),
                Optional.of(new SpendingCap(Usd.parse(maxUsd), Usd.ZERO, Optional.empty())),
                TimeSource.system());
    }

    @Test
    void whatTheTapWroteMakesASimulatorAnswerAsTheTargetDid(@TempDir Path folder) throws IOException {
        var out = folder.resolve("session");
        var files = new SessionFiles(out, "the shop", "");
        List<String> first;
        try (var target = Sim.start(config -> config.limits(false))) {
            target.control().post("/worlds", "{\"apiKey\":\"" + KEY + "\",\"scenario\":" + SCENARIO + "}");
            try (var tap = tap(target, "20")) {
                first = session(tap.baseUrl(), KEY);
                files.prepare();
                assertThat(files.write(tap.session(), "a test", NOW)).hasSize(4);
                assertThat(tap.spent()).isLessThan(Usd.parse("20"));
            }
        }
        assertThat(first).contains("402 {\"error\":\"no money\"}", "503 {\"error\":\"full\"}", "200 video/mp4");
        secretsAreGone(out);
        try (var scenario = Sim.start(config ->
                config.scenario(out.resolve("scenario.json").toString()).limits(false))) {
            assertThat(session(scenario.simulator().baseUrl(), "another-key")).isEqualTo(first);
        }
        try (var stubs = Sim.start(config -> config.stubs(out.resolve("stubs")))) {
            assertThat(session(stubs.simulator().baseUrl(), "another-key")).isEqualTo(first);
        }
        try (var prices = Sim.start(config -> config.prices(out.resolve("prices.json")))) {
            assertThat(prices.api()
                            .post("/video/quote", Requests.WAN)
                            .json()
                            .path("quote")
                            .decimalValue())
                    .isEqualByComparingTo("0.55");
        }
        var pact = Json.read(Files.readAllBytes(out.resolve("pact.json")));
        try (var states = Sim.start()) {
            for (var interaction : pact.path("interactions")) {
                var wanted = Json.object().set("states", interaction.path("providerStates"));
                var set = states.control().post("/pact/states?standIn=false", wanted.toString());
                assertThat(set.status()).as("%s: %s", interaction, set.text()).isEqualTo(200);
            }
        }
        assertThat(out.resolve("pact.json"))
                .content()
                .contains("the shop", "needs_consent", "was refused by the provider", "a download link");
    }

    private static void secretsAreGone(Path out) throws IOException {
        try (var paths = Files.walk(out)) {
            var texts = paths.filter(path -> path.toString().endsWith(".json")).toList();
            assertThat(texts).hasSizeGreaterThan(10);
            for (var path : texts) {
                assertThat(Files.readString(path, StandardCharsets.UTF_8))
                        .as(path.toString())
                        .doesNotContain(KEY, MAIL, "marco.polo")
                        .doesNotContainPattern("/v1/share/read/(?!\\*\\*\\*|link-\\d|token)");
            }
        }
    }
}
