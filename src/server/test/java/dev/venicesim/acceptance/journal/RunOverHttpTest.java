package dev.venicesim.acceptance.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import dev.venicesim.run.RunChange;
import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file of a run holds, and what it does not. */
class RunOverHttpTest {

    private static final int A_MEGABYTE = 1_000_000;
    private static final String KEY = "VENICE_INFERENCE_KEY_of-a-stranger";

    @AutoClose
    private final Sim sim = Sim.start();

    private Http.Answer run(String world) {
        return sim.control().get("/worlds/" + world + "/run");
    }

    private static RunFile read(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return RunFile.read(answer.bytes());
    }

    private void declare(String key) {
        sim.control().put("/worlds/" + key, """
                {"clock":{"at":"2026-11-23T10:00:00Z","frozen":true},"jobTime":"40s","seed":7}""");
    }

    @Test
    void tellsWhatWasAskedAnsweredAndChangedInOrder() {
        declare(KEY);
        var ticket = Requests.ticket(sim.api(KEY).post("/video/queue", Requests.WAN));
        sim.control().patch("/worlds/" + KEY + "/clock", "{\"advance\":\"41s\"}");
        sim.api(KEY).post("/video/retrieve", ticket);

        var run = read(run(KEY));

        assertThat(run.missing()).isEmpty();
        assertThat(run.edition()).isEqualTo("2026-06-17");
        assertThat(run.begin().orElseThrow().path("state").has("job")).isFalse();
        assertThat(run.steps()).hasSize(3);
        assertThat(run.steps().get(1)).isInstanceOfSatisfying(RunChange.class, change -> {
            assertThat(change.method() + " " + change.path()).isEqualTo("PATCH /clock");
            assertThat(change.body()).isEqualTo("{\"advance\":\"41s\"}");
        });
        var queued = run.requests().get(0);
        assertThat(queued.body().textValue()).isEqualTo(Requests.WAN);
        assertThat(queued.at()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(queued.job())
                .hasValue(queued.answer().body().path("queue_id").asText());
        var video = run.requests().get(1).answer();
        assertThat(video.headers()).containsEntry("Content-Type", "video/mp4");
        assertThat(video.body().path("sha256").asText()).hasSize(64);
        assertThat(run.costs().path("usd").decimalValue()).isEqualByComparingTo("0.55");
    }

    @Test
    void holdsNoKeyNoSignatureAndNoTokenOfALink() {
        declare(KEY);
        sim.api(KEY).with("X-Payment", "signed-by-a-wallet").post("/video/quote", Requests.WAN);
        var queued = sim.api(KEY).post("/video/queue", Requests.PRIVATE_GROK).json();
        var link = URI.create(queued.path("download_url").asText()).getPath();
        sim.root().get(link);
        sim.control().post("/worlds/" + KEY + "/keys", "{\"apiKey\":\"another-of-a-stranger\",\"spendLimitUsd\":3}");

        var text = run(KEY).text();

        assertThat(text)
                .contains("/v1/share/read/...", "\\\"spendLimitUsd\\\":3")
                .doesNotContain("of-a-stranger", "signed-by-a-wallet", link.substring(link.lastIndexOf('/') + 1));
        assertThat(read(run(KEY)).keys()).hasSize(2);
    }

    /** Whatever a client puts where the API asks for nothing of the kind. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "requests.har", "requests/2", "requests"})
    void holdsNoSecretThatNobodyDeclared(String file) {
        declare(KEY);
        sim.api(KEY).post("/video/quote", Requests.WAN);
        sim.api(KEY)
                .with("X-Api-Key", "undeclared-1")
                .with("Proxy-Authorization", "Basic undeclared-2")
                .with("Cookie", "session=undeclared-3")
                .with("X-Debug", "see https://u:undeclared-4@host.example/?refresh_token=undeclared-5")
                .post("/video/queue?api_key=undeclared-6&sessionId=undeclared-7", """
                        {"model":"wan-2.6-image-to-video", "prompt":"with sk-undeclared-8 in it", "duration":"5s",
                         "image_url":"https://u:undeclared-9@host.example/a-1280x720.png?X-Amz-Signature=undeclared-10",
                         "api_key":"undeclared-11", "accessToken" : "undeclared-12", "nested":{"password":"undeclared-13"}}""");
        sim.control()
                .put(
                        "/worlds/" + KEY + "/media",
                        "{\"https://host.example/b.png?sig=undeclared-14\":{\"width\":9,\"height\":9}}");

        assertThat(sim.control().get("/worlds/" + KEY + "/" + file).text())
                .contains("POST")
                .doesNotContain("undeclared-");
    }

    @Test
    void aThousandRequestsTakeLessThanAMegabyte() {
        declare("busy");
        var tickets = new String[10];
        for (var at = 0; at < tickets.length; at++) {
            tickets[at] = Requests.ticket(sim.api("busy").post("/video/queue", Requests.wan("a boat " + at)));
        }
        for (var at = tickets.length; at < 1000; at++) {
            if (at % 5 == 0) {
                sim.api("busy").post("/video/quote", Requests.WAN);
            } else {
                sim.api("busy").post("/video/retrieve", tickets[at % tickets.length]);
            }
        }
        var run = run("busy");
        assertThat(read(run).requests()).hasSize(1000);
        assertThat(run.bytes()).hasSizeLessThan(A_MEGABYTE);
    }

    @Test
    void ofAForkBeginsAsTheForkStood() {
        declare("original");
        sim.api("original").post("/video/queue", Requests.WAN);
        var snapshot = sim.control().get("/worlds/original/snapshot").text();
        sim.control().post("/worlds", "{\"apiKey\":\"fork\",\"edition\":\"latest\",\"snapshot\":" + snapshot + "}");
        sim.api("fork").post("/video/queue", Requests.WAN);

        var run = read(run("fork"));

        assertThat(run.begin().orElseThrow().path("state").path("job")).hasSize(1);
        assertThat(run.requests()).hasSize(1);
        assertThat(sim.control().get("/worlds/fork").json().path("edition").asText())
                .isEqualTo(run.edition())
                .isNotEqualTo("2026-06-17");
    }

    @Test
    void beginsAnewWhenItsWorldDoes() {
        declare("again");
        sim.api("again").post("/video/queue", Requests.WAN);
        sim.control().post("/worlds/again/reset", "{}");
        assertThat(read(run("again")).steps()).isEmpty();
    }

    @Test
    void saysWhatTheJournalHasLost() {
        try (var shorter = Sim.start(config -> config.journal(2))) {
            for (var at = 0; at < 3; at++) {
                shorter.api("some").post("/video/queue", Requests.wan("a boat " + at));
            }
            var run = RunFile.read(shorter.control().get("/worlds/some/run").bytes());
            assertThat(run.missing()).singleElement().asString().contains("no longer has 1 request");
        }
    }

    @Test
    void theAnonymousWorldAndAKeyWithoutAWorldHaveNone() {
        assertThat(run("anonymous").status()).isEqualTo(404);
        assertThat(new Http(sim.simulator().origin() + "/__sim/self")
                        .with("Authorization", "Bearer nobody-yet")
                        .get("/run")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cut   | it is cut off, or no JSON",
                "other | it is no run",
                "later | it has version 2 of the form, and this simulator reads 1",
                "edited| it was changed since it was written; its checksum is another",
                "deep  | it is cut off, or no JSON",
                "wide  | it has more than 1000000 names and values"
            })
    void aFileThatIsNoneIsRefused(String how, String why) {
        declare("some");
        sim.api("some").post("/video/queue", Requests.WAN);
        var whole = run("some").text();
        var file = switch (how.strip()) {
            case "cut" -> whole.substring(0, whole.length() / 2);
            case "other" -> "{\"format\":\"har\"}";
            case "later" -> whole.replaceFirst("\"version\":1", "\"version\":2");
            case "edited" -> whole.replaceFirst("\"status\":200", "\"status\":400");
            case "deep" -> "[".repeat(100_000);
            default -> "[" + "[],".repeat(600_000) + "[]]";
        };
        assertThatThrownBy(() -> RunFile.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why.strip())
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileMayBePrintedOtherwise() {
        declare("some");
        sim.api("some").post("/video/queue", Requests.WAN);
        var file = (ObjectNode) run("some").json();
        var pretty = file.toPrettyString().getBytes(StandardCharsets.UTF_8);
        assertThat(RunFile.read(pretty).steps()).hasSize(1);
        assertThat(Json.bytes(file)).isNotEqualTo(pretty);
        assertThat(RunFile.read(pretty).requests()).extracting(RunRequest::n).containsExactly(1L);
    }
}
