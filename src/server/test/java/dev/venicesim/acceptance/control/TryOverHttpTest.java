package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.consent.FacePicture;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is tried is answered as it would be, and leaves no trace. */
class TryOverHttpTest {

    /** Worlds of each edition; {@code -Dtry.worlds=17} makes it 10,200 requests. */
    private static final int WORLDS = Integer.getInteger("try.worlds", 3);

    /** Requests in each world. */
    private static final int REQUESTS = 200;

    private static final Sim SIM = Sim.start();
    private static final Set<String> COMMON = Set.of("duration", "resolution", "aspect_ratio");
    private static final String PICTURE = FacePicture.NO_FACE.dataUrl();

    @AfterAll
    static void close() {
        SIM.close();
    }

    private static Http.Answer attempt(String world, String method, String path, String body, String more) {
        var asked = Json.object().put("method", method).put("path", "/api/v1" + path);
        if (!body.isEmpty()) {
            asked.put("body", body);
        }
        var edition = more.isEmpty() ? asked : asked.put("edition", more);
        return SIM.control().post("/worlds/" + world + "/try", edition.toString());
    }

    private static JsonNode tried(String world, String method, String path, String body) {
        var answer = attempt(world, method, path, body, "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aQueueRequestTellsItsReplyItsPriceAndWhatItWouldChange() {
        var world = SIM.frozenWorld("\"balanceUsd\":1");
        var first = tried(world.id(), "POST", "/video/queue", Requests.PRIVATE_GROK);
        assertThat(first.path("status").asInt()).isEqualTo(200);
        assertThat(first.at("/body/download_url").asText()).contains("/v1/share/read/");
        assertThat(first.path("costUsd").asText()).isEqualTo("0.32");
        assertThat(first.path("why").toString()).contains("accepted as");
        assertThat(first.path("changes").findValuesAsText("what")).contains("job", "link", "account", "limits");
        assertThat(world.control().get("/jobs").json().path("jobs")).isEmpty();
        assertThat(world.control().get("/requests").json().path("requests")).isEmpty();
        assertThat(world.balanceUsd()).isEqualTo("1");

        world.control().patch("/account", "{\"balanceUsd\":0.1}");
        var poor = tried(world.id(), "POST", "/video/queue", Requests.WAN);
        assertThat(poor.path("status").asInt()).isEqualTo(402);
        assertThat(poor.path("costUsd").asText()).isEqualTo("0");
    }

    @Test
    void anotherEditionAnswersAsItWould() {
        var world = SIM.frozenWorld();
        var ticket = "{\"model\":\"no-such-model\",\"queue_id\":\"01a207d9-2100-7a10-83ca-b97ee6c63358\"}";
        var now = tried(world.id(), "POST", "/video/retrieve", ticket);
        var later = attempt(world.id(), "POST", "/video/retrieve", ticket, "2026-10-02")
                .json();
        assertThat(later.path("why")).isNotEqualTo(now.path("why"));
        assertThat(attempt(world.id(), "POST", "/video/retrieve", ticket, "2001-01-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aReplyThatIsLateIsToldAtOnceAndOneThatNeverComesHasNoStatus() {
        var faults =
                "\"scenario\":{\"faults\":[{\"on\":\"queue\",\"delay\":\"1h\"},{\"on\":\"retrieve\",\"hang\":{}}]}";
        var world = SIM.frozenWorld(faults);
        assertThat(tried(world.id(), "POST", "/video/queue", Requests.WAN)
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        var hung = tried(world.id(), "POST", "/video/retrieve", "{}");
        assertThat(hung.path("status").asInt()).isZero();
        assertThat(hung.path("body").isNull()).isTrue();
        assertThat(hung.path("why").toString()).contains("fault");
    }

    @Test
    void aVideoIsToldByItsSize() {
        var world = SIM.frozenWorld("\"jobTime\":\"5s\"");
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
        world.advance("5s");
        var tried = tried(world.id(), "POST", "/video/retrieve", ticket);
        var real = world.api().post("/video/retrieve", ticket);
        assertThat(tried.at("/body/type").asText()).isEqualTo("video/mp4");
        assertThat(tried.at("/body/bytes").asInt()).isEqualTo(real.bytes().length);
    }

    @Test
    void aKeyWithoutAWorldGetsNoneByIt() {
        var own = SIM.control().with("Authorization", "Bearer tries-first");
        var tried = own.post("/self/try", "{\"path\":\"/api/v1/video/queue\",\"body\":" + Requests.WAN + "}");
        assertThat(tried.json().path("status").asInt()).as(tried.toString()).isEqualTo(200);
        assertThat(SIM.control().get("/worlds/tries-first").status()).isEqualTo(404);
    }

    @Test
    void aPathMayBeginWhereTheBaseUrlEnds() {
        var world = SIM.frozenWorld();
        var whole = world.control().post("/try", "{\"path\":\"/api/v1/models?type=video\",\"method\":\"GET\"}");
        var cut = world.control().post("/try", "{\"path\":\"/models?type=video\",\"method\":\"GET\"}");
        assertThat(whole.json().path("status").asInt()).isEqualTo(200);
        assertThat(cut.json().path("body")).isEqualTo(whole.json().path("body"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | path wants a path of the API, such as /api/v1/video/queue or /video/queue, not \"\"",
                "{\"path\":\"/__sim/worlds\"} | path wants a path of the API",
                "{\"path\":\"/api/v1/video/queue\",\"method\":\"TRACE\"} | method is POST, GET or another one",
                "{\"path\":\"/api/v1/video/queue\",\"headers\":{}} | no field is called \"headers\" here",
            })
    void whatCannotBeTriedIsRefused(String body, String says) {
        var refused = SIM.frozenWorld().control().post("/try", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).startsWith(says);
    }

    /** Each request is tried, then made; the world is compared before and after the trial, and then the two answers. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-06-17", "2026-08-21", "2026-10-02"})
    void aTrialChangesNothingAndTellsWhatTheRequestIsAnswered(String edition) {
        var random = new Random(edition.hashCode());
        var queued = 0;
        for (var world = 0; world < WORLDS; world++) {
            queued += tryAndAsk(random, edition);
        }
        assertThat(queued).isGreaterThan(WORLDS * REQUESTS / 50);
    }

    /** The jobs that were queued by {@link #REQUESTS} requests in a world of the edition. */
    private static int tryAndAsk(Random random, String edition) {
        var tickets = new ArrayList<>(List.of("{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"none\"}"));
        var world =
                SIM.frozenWorld("\"balanceUsd\":60", "\"edition\":\"" + edition + "\"", scenario(random.nextInt(100)));
        var models = world.api().get("/models?type=video").json().path("data").findValuesAsText("id");
        for (var i = 0; i < REQUESTS; i++) {
            var path = path(random);
            var get = path.startsWith("/billing") || path.startsWith("/models") || path.startsWith("/api_keys");
            var method = get ? "GET" : "POST";
            var body = get ? "" : body(random, path, tickets, models);
            var before = snapshot(world);
            var tried = tried(world.id(), method, path, body);
            assertThat(snapshot(world)).isEqualTo(before);
            var real = get ? world.api().get(path) : world.api().post(path, body);
            var what = method + " " + path + " " + body;
            assertThat(tried.path("status").asInt()).as("%s: %s", what, real).isEqualTo(real.status());
            assertThat(comparable(tried.path("body"))).as(what).isEqualTo(comparable(bodyOf(real)));
            if (real.status() == 200 && path.equals("/video/queue")) {
                tickets.add(Requests.ticket(real));
            }
            if (random.nextInt(6) == 0) {
                world.advance((1 + random.nextInt(40)) + "s");
            }
        }
        return tickets.size() - 1;
    }

    private static String scenario(int seed) {
        return "\"scenario\":{\"seed\":" + seed
                + ",\"jobs\":[{\"when\":{\"chance\":0.3},\"outcome\":{\"refused\":{}}},{\"when\":{\"chance\":0.2},\"outcome\":\"stuck\"}],"
                + "\"faults\":[{\"on\":\"retrieve\",\"nth\":{\"every\":5},\"respond\":{\"status\":503}}]}";
    }

    private static String snapshot(Sim.World world) {
        var taken = (ObjectNode) world.control().get("/snapshot").json();
        taken.remove("takenAt");
        return taken.toString();
    }

    private static String path(Random random) {
        var paths = List.of(
                "/video/queue",
                "/video/queue",
                "/video/quote",
                "/video/retrieve",
                "/video/retrieve",
                "/video/complete",
                "/billing/balance",
                "/models?type=video",
                "/video/nothing");
        return paths.get(random.nextInt(paths.size()));
    }

    private static String body(Random random, String path, List<String> tickets, List<String> models) {
        if (path.equals("/video/retrieve") || path.equals("/video/complete")) {
            return tickets.get(random.nextInt(tickets.size()));
        }
        if (random.nextBoolean()) {
            return anyBody(random, models);
        }
        var bodies = List.of(
                Requests.WAN,
                Requests.PRIVATE_GROK,
                Requests.WAN.replace("5s", "7s"),
                Requests.WAN.replace("720p", "9000p"),
                Requests.wan("[sim:refused] a boat"),
                Requests.wan("[sim:violation] a boat"),
                Requests.wan("[sim:capacity] a boat"),
                "{\"model\":\"no-such-model\"}",
                "{\"model\":",
                "[]",
                "{}");
        return bodies.get(random.nextInt(bodies.size()));
    }

    /** A body for any model with fields and values that it may take or not. */
    private static String anyBody(Random random, List<String> models) {
        var body = Json.object().put("model", models.get(random.nextInt(models.size())));
        body.put("prompt", "a gondola");
        var values = Map.of(
                "duration", List.of("5s", "8s", "10s", "Auto", "99s"),
                "resolution", List.of("480p", "720p", "1080p", "9000p"),
                "aspect_ratio", List.of("16:9", "1:1", "17:9"),
                "image_url", List.of(PICTURE, "https://pictures.example/a.png", "data:image/png;base64,AAAA"),
                "end_image_url", List.of(FacePicture.FACE.dataUrl()),
                "colour", List.of("red"));
        values.keySet().stream().sorted().forEach(field -> {
            var some = values.get(field);
            if (random.nextInt(3) > 0 == COMMON.contains(field)) {
                body.put(field, some.get(random.nextInt(some.size())));
            }
        });
        if (random.nextBoolean()) {
            body.put("audio", random.nextBoolean());
        }
        return body.toString();
    }

    private static JsonNode bodyOf(Http.Answer real) {
        if (real.bytes().length == 0) {
            return Json.object().nullNode();
        }
        var type = real.header("Content-Type");
        return type.startsWith("video")
                ? Json.object().put("type", type).put("bytes", real.bytes().length)
                : real.json();
    }

    /** Without what is drawn anew: queue ids, tokens of links, ids of requests. */
    private static String comparable(JsonNode body) {
        return new String(Json.bytes(body), StandardCharsets.UTF_8)
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "queue-id")
                .replaceAll("/v1/share/read/[\\w-]+", "/v1/share/read/token");
    }
}
