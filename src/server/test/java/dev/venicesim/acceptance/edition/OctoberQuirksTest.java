package dev.venicesim.acceptance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behaviour that edition 2026-10-02 has by default and the older ones by quirk. */
class OctoberQuirksTest {

    private static final String OCTOBER = "2026-10-02";
    private static final String GONE =
            "{\"model\":\"sora-2-text-to-video\",\"prompt\":\"x\",\"duration\":\"%s\",\"aspect_ratio\":\"16:9\"}";
    private static final String UPSCALE =
            "{\"model\":\"topaz-video-upscale\",\"video_url\":\"https://e.example/c-1280x720-5s-24fps.mp4\"}";

    @ParameterizedTest
    @CsvSource({"2026-10-02,,400", "2026-06-17,,404", "2026-06-17,\"expired-queue-id\":\"400\",400"})
    void answersAnIdWhoseDayIsOver(String edition, String quirk, int status) {
        try (var sim = Sim.start(config -> config.edition(edition).jobTime("1s"))) {
            var world = sim.world("\"quirks\":{" + (quirk == null ? "" : quirk) + "}");
            var queued = world.api().post("/video/queue", Requests.WAN);
            world.advance("25h");
            var late = world.api().post("/video/retrieve", Requests.ticket(queued));
            assertThat(late.status()).as(late.toString()).isEqualTo(status);
        }
    }

    /** Who has bought nothing yet is counted all the same. */
    @Test
    void limitsAKeyThatHasNoWorldYet() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER).limits(true))) {
            var quotes = new ArrayList<Integer>();
            for (var n = 0; n < 41; n++) {
                quotes.add(sim.api("only-reads").post("/video/quote", UPSCALE).status());
            }
            assertThat(quotes.subList(0, 40)).containsOnly(200);
            assertThat(quotes.get(40)).isEqualTo(429);
            assertThat(sim.api("another-key").post("/video/quote", UPSCALE).status())
                    .isEqualTo(200);
            for (var n = 0; n < 51; n++) {
                assertThat(sim.api("always-wrong").post("/video/quote", "{}").status())
                        .isEqualTo(400);
            }
            assertThat(sim.api("always-wrong").post("/video/quote", "{}").status())
                    .isEqualTo(429);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-10-02,,404", "2026-08-21,,404", "2026-08-21,\"retrieve-unlisted-model\":\"404\",404"})
    void tellsARetrieveOfAModelNobodyLists(String edition, String quirk, int status) {
        try (var sim = Sim.start(config -> config.edition(edition))) {
            var world = sim.world("\"quirks\":{" + (quirk == null ? "" : quirk) + "}");
            var answer = world.api().post("/video/retrieve", "{\"model\":\"nope\",\"queue_id\":\"x\"}");
            assertThat(answer.status()).isEqualTo(status);
            var told = edition.equals(OCTOBER) || quirk != null;
            assertThat(answer.text().contains("Specified model not found")).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wan-2.6-text-to-vide,wan-2.6-text-to-video",
        "WAN-2.6-text-to-video,wan-2.6-text-to-video",
        "nope,",
    })
    void suggestsTheListedModelThatSomebodyProbablyMeant(String written, String meant) {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var suggestion = meant == null ? "" : ". Did you mean: " + meant + "?";
            for (var path : List.of("/video/queue", "/video/quote", "/video/retrieve")) {
                var more = path.endsWith("retrieve") ? "queue_id" : "duration";
                var answer = sim.api("k").post(path, "{\"model\":\"" + written + "\",\"" + more + "\":\"5s\"}");
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text())
                        .isEqualTo("{\"error\":\"Specified model not found: " + written + suggestion + "\"}");
            }
        }
    }

    @Test
    void sendsRequestsForARemovedModelOnOrRefusesThem() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER).jobTime("polls:0"))) {
            var world = sim.world("");
            var queued = world.api().post("/video/queue", GONE.formatted("8s"));
            assertThat(queued.status()).as(queued.toString()).isEqualTo(200);
            var ids = "{\"model\":\"sora-2-text-to-video\",\"queue_id\":\""
                    + queued.json().path("queue_id").textValue() + "\"}";
            assertThat(world.api().post("/video/retrieve", ids).status()).isEqualTo(200);
            var others = "{\"model\":\"sora-2-text-to-video\",\"queue_id\":\"x\"}";
            assertThat(world.api().post("/video/retrieve", others).text())
                    .as("nobody lists it")
                    .startsWith("{\"error\":\"Specified model not found: sora-2-text-to-video");
            assertThat(world.api().post("/video/queue", GONE.formatted("4s")).status())
                    .isEqualTo(400);
            var shut = sim.world("\"quirks\":{\"removed-model\":\"410\"}");
            assertThat(shut.api().post("/video/quote", GONE.formatted("8s")).status())
                    .isEqualTo(410);
            var unknown = sim.world("\"quirks\":{\"removed-model\":\"unknown\"}");
            assertThat(unknown.api().post("/video/quote", GONE.formatted("8s")).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grok-imagine-text-to-video, 480p, 5s, 200",
        "runway-gen4-aleph,          720p, 5s, 200",
        "ltx-2-fast-text-to-video,   1080p, 6s, 410",
        "ltx-2-full-text-to-video,   2160p, 6s, 410",
        "ltx-2-slow-text-to-video,   1080p, 6s, 404"
    })
    void knowsTheModelsThatWentBeforeAugustToo(String model, String resolution, String duration, int status) {
        var body = """
                {"model":"%s","duration":"%s","resolution":"%s","aspect_ratio":"16:9",
                 "video_url":"https://e.example/c-1280x720-5s-24fps.mp4"}""".formatted(model, duration, resolution);
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            assertThat(sim.api().post("/video/quote", body).status()).isEqualTo(status);
            var shut = sim.world("\"quirks\":{\"removed-model\":\"410\"}");
            assertThat(shut.api().post("/video/quote", body).status()).isEqualTo(status == 404 ? 404 : 410);
        }
    }

    @Test
    void refusesARemovedModelWhereNoneTakesItsPlace(@TempDir Path folder) throws IOException {
        var list = Files.writeString(
                folder.resolve("models.json"),
                "{\"data\":[{\"id\":\"wan-2.6-text-to-video\",\"type\":\"video\",\"model_spec\":{}}]}");
        try (var sim = Sim.start(config -> config.edition(OCTOBER).models(list))) {
            assertThat(sim.api().post("/video/quote", GONE.formatted("8s")).status())
                    .isEqualTo(410);
            assertThat(sim.api()
                            .post("/video/quote", GONE.formatted("8s").replace("sora-2", "sora-3"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void takesAnAliasFromQueueToRetrieve() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER).jobTime("polls:0"))) {
            var api = sim.api("k");
            var queued = api.post("/video/queue", Requests.WAN.replace("wan-2.6-text", "wan-3.0-text"));
            assertThat(queued.status()).as(queued.toString()).isEqualTo(200);
            var ids = "{\"model\":\"wan-3.0-text-to-video\",\"queue_id\":\""
                    + queued.json().path("queue_id").textValue() + "\"}";
            assertThat(api.post("/video/retrieve", ids).status()).isEqualTo(200);
        }
    }

    @Test
    void limitsUpscaleQuotesToFortyAMinuteAndUser() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var world = sim.world("\"clock\":{\"frozen\":true}");
            for (var i = 0; i < 40; i++) {
                assertThat(world.api().post("/video/quote", UPSCALE).status()).isEqualTo(200);
            }
            assertThat(world.api().post("/video/quote", UPSCALE).status()).isEqualTo(429);
            assertThat(world.api().post("/video/quote", Requests.WAN).status()).isEqualTo(200);
            assertThat(sim.world("").api().post("/video/quote", UPSCALE).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void countsTheUpscaleQuotesOfAllKeysOfAUser() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var world = sim.world("");
            var second =
                    world.control().post("/keys", "{}").json().path("apiKey").asText();
            for (var n = 0; n < 20; n++) {
                assertThat(world.api().post("/video/quote", UPSCALE).status()).isEqualTo(200);
                assertThat(sim.api(second).post("/video/quote", UPSCALE).status())
                        .isEqualTo(200);
            }
            assertThat(sim.api(second).post("/video/quote", UPSCALE).status()).isEqualTo(429);
            assertThat(world.api().post("/video/quote", UPSCALE).status()).isEqualTo(429);
        }
    }

    @Test
    void countsClosedTranscriptionsByAddress() {
        var quirks = "\"quirks\":{\"transcriptions\":\"410\"}";
        try (var sim = Sim.start()) {
            var answer = "";
            for (var n = 0; n < 61; n++) {
                var told = sim.world(quirks).api().post("/video/transcriptions", "{}");
                assertThat(told.status()).isEqualTo(n < 60 ? 410 : 429);
                answer = told.text();
            }
            assertThat(answer).startsWith("{\"error\":\"Rate limit exceeded.");
        }
    }

    @Test
    void takesAnIdWhoseDayIsOverForUnknownWhenItIsCompleted() {
        try (var sim = Sim.start(config -> config.jobTime("1s"))) {
            var world = sim.world("");
            var queued = world.api().post("/video/queue", Requests.WAN);
            world.advance("25h");
            var completed = world.api().post("/video/complete", Requests.ticket(queued));
            var unknown = world.api()
                    .post("/video/complete", Requests.ticket(queued).replaceAll("[0-9a-f]{12}\"", "000000000000\""));
            assertThat(completed.text()).isEqualTo(unknown.text());
            assertThat(completed.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'data:video/mp4;base64,AAAA'",
        "'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='"
    })
    void refusesToQuoteAnUpscaleOfWhatIsNoVideoAsQueueDoes(String video) {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var api = sim.world("").api();
            var body = "{\"model\":\"topaz-video-upscale\",\"video_url\":\"" + video + "\"}";
            var quoted = api.post("/video/quote", body);
            assertThat(quoted.status()).as(quoted.toString()).isEqualTo(400);
            assertThat(quoted.text()).isEqualTo(api.post("/video/queue", body).text());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 0.5", "1x, 0.07", "2x, 0.5", "4x, 0.5", "720p, 0.5"})
    void quotesAnUpscaleByTheOldNameOfItsFactor(String resolution, String usd) {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var body = UPSCALE.replace("}", ",\"resolution\":\"" + resolution + "\"}");
            var quoted = sim.world("").api().post("/video/quote", resolution.isEmpty() ? UPSCALE : body);
            assertThat(quoted.text()).isEqualTo("{\"quote\":" + usd + "}");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-06-17", "2026-08-21", "2026-10-02"})
    void tellsThatTranscriptionsAreGoneBeforeAnybodySignsIn(String edition) {
        try (var sim = Sim.start(config -> config.edition(edition).quirk("transcriptions", "410"))) {
            var answer = sim.api().post("/video/transcriptions", "{}");
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.header("Deprecation")).isEqualTo("true");
            assertThat(answer.header("Link")).contains("successor-version");
            assertThat(sim.api("bad-key").post("/video/transcriptions", "{}").status())
                    .isEqualTo(410);
        }
    }

    @ParameterizedTest
    @CsvSource({"kept,false", "refunded,true"})
    void keepsTheMoneyOfARunwayRefusalThatThePromptAskedFor(String quirk, boolean refunded) {
        var body =
                "{\"model\":\"runway-gen4-5-text\",\"prompt\":\"[sim:refused]\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\"}";
        try (var sim = Sim.start(config -> config.jobTime("polls:0").quirk("runway-refund", quirk))) {
            var world = sim.world("");
            var queued = world.api().post("/video/queue", body);
            assertThat(queued.status()).as(queued.toString()).isEqualTo(200);
            var answer = world.api().post("/video/retrieve", Requests.ticket(queued));
            assertThat(answer.json().at("/error/credits_refunded").booleanValue())
                    .isEqualTo(refunded);
            assertThat(world.balanceUsd().equals("100")).isEqualTo(refunded);
        }
    }

    @Test
    void refusesAKeyForPrivateModelsOnly() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var api = sim.api("sk-private-only-1");
            var refused = api.post("/video/queue", Requests.WAN);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").textValue()).isEqualTo("MODEL_PRIVACY_RESTRICTED");
            assertThat(api.post("/video/queue", Requests.PRIVATE_GROK).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"error,false", "custom-message,true"})
    void mayRepeatTheTextOfABlockAsCustomMessage(String quirk, boolean repeated) {
        try (var sim = Sim.start(config -> config.edition(OCTOBER).quirk("failed-budget-body", quirk))) {
            var world = sim.frozenWorld();
            for (var i = 0; i <= 50; i++) {
                assertThat(world.api().post("/video/retrieve", "{}").status()).isEqualTo(400);
            }
            var blocked = world.api().post("/video/retrieve", "{}");
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.header("x-ratelimit-resets")).matches("\\d{13}");
            assertThat(blocked.json().path("error").asText()).startsWith("Too many failed attempts (> 50)");
            assertThat(blocked.json()
                            .path("customMessage")
                            .equals(blocked.json().path("error")))
                    .isEqualTo(repeated);
        }
    }

    @Test
    void blocksTheModelThatFailedTooOftenAndNoOther() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var world = sim.frozenWorld();
            var order = "{\"model\":\"%s\",\"queue_id\":\"019f7761-83c5-7e60-bf56-9b7f833eced0\"}";
            var wan = String.format(order, "wan-2.6-text-to-video");
            for (var i = 0; i <= 50; i++) {
                assertThat(world.api().post("/video/retrieve", wan).status()).isEqualTo(400);
            }

            assertThat(world.api().post("/video/retrieve", wan).status()).isEqualTo(429);
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(429);
            var other = world.api().post("/video/retrieve", String.format(order, "veo3.1-full-text-to-video"));
            assertThat(other.status()).isEqualTo(400);
            assertThat(world.api().get("/billing/balance").status()).isEqualTo(200);
        }
    }

    @Test
    void hasTheHeadersOfThatWeek() {
        try (var sim = Sim.start(config -> config.edition(OCTOBER))) {
            var answer = sim.api("k").post("/video/queue", Requests.WAN);
            assertThat(answer.header("x-ratelimit-reset-requests")).matches("\\d{13}");
            assertThat(answer.header("x-ratelimit-limit-tokens")).isEmpty();
            assertThat(sim.api().post("/video/queue", Requests.WAN).text()).contains("Authentication required");
        }
    }
}
