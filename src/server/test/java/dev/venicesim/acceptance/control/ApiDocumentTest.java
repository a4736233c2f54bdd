package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.acceptance.ApiDocument;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.wallet.SigningWallet;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The simulated API's own OpenAPI document: whatever the simulator answers is valid by it. */
class ApiDocumentTest {

    private static final List<String> READS = List.of(
            "/models?type=video",
            "/models?type=no-such",
            "/models/traits?type=video",
            "/models/traits?type=no-such",
            "/models/compatibility_mapping?type=video",
            "/models/compatibility_mapping?type=no-such",
            "/billing/balance",
            "/billing/usage",
            "/billing/usage?limit=x",
            "/billing/usage-history",
            "/billing/usage-history?pageSize=x",
            "/billing/usage-analytics",
            "/billing/usage-analytics?lookback=x",
            "/api_keys/rate_limits",
            "/api_keys/rate_limits/log");
    private static final List<String> POSTS =
            List.of("/video/queue", "/video/quote", "/video/retrieve", "/video/complete", "/video/transcriptions");
    private static final List<String> PROMPTS = List.of(
            "[sim:refused]", "[sim:fail]", "[sim:capacity]", "[sim:violation]", "[sim:stuck]", "x".repeat(20_001));

    /** A link that is a day old, and the same payment twice at once. */
    private static final String NEEDS_A_RACE_OR_A_DAY =
            "{delete /v1/share/read/{token}=[410], post /x402/top-up=[409]}";

    private final SigningWallet wallet = SigningWallet.base(new SecureRandom());

    /** A simulator, and its document, by which every reply is checked. */
    private record Held(Sim sim, ApiDocument document) {

        /** Asks what the edition has. */
        void read(Http by, String path) {
            if (document.json().path("paths").has(path.replaceFirst("\\?.*", ""))) {
                get(by, path);
            }
        }

        Http.Answer get(Http by, String path) {
            return document.require("get", path, by.get(path));
        }

        Http.Answer post(Http by, String path, String body) {
            return document.require("post", path, by.post(path, body));
        }
    }

    @ParameterizedTest
    @EachEdition
    void describesEveryReplyOfAnEdition(ApiEdition edition) {
        try (var sim = Sim.start(
                config -> config.edition(edition.id()).jobTime("polls:1").limits(false))) {
            var held = new Held(
                    sim, new ApiDocument(sim.control().get("/api.openapi.json").json()));
            askEverything(held);
            var unseen = new TreeMap<String, TreeSet<String>>();
            held.document().seen().forEach((operation, statuses) -> {
                var left = new TreeSet<>(held.document().statuses(operation));
                left.removeAll(statuses);
                // of trouble that this test does not make
                left.removeIf(status -> status.startsWith("5")
                        || List.of("413", "416", "429", "304", "403").contains(status));
                if (!left.isEmpty()) {
                    unseen.put(operation, left);
                }
            });
            assertThat(unseen.toString()).isEqualTo(NEEDS_A_RACE_OR_A_DAY);
            assertThat(held.document().seen()).hasSizeGreaterThanOrEqualTo(18);
        }
    }

    @ParameterizedTest
    @EachEdition
    void describesEveryReplyUnderEveryOtherValueOfEveryQuirk(ApiEdition edition) {
        for (var choice : List.of(1, 2)) {
            try (var sim = Sim.start(config -> {
                config.edition(edition.id()).jobTime("polls:1").limits(false);
                for (var quirk : ApiQuirk.values()) {
                    config.quirk(
                            quirk.label(),
                            quirk.choices().get(Math.min(choice, quirk.choices().size() - 1)));
                }
            })) {
                askEverything(new Held(
                        sim,
                        new ApiDocument(sim.control().get("/api.openapi.json").json())));
            }
        }
    }

    private void askEverything(Held held) {
        var rich = held.sim().api("rich-key");
        var clients = List.of(
                rich,
                held.sim().api(),
                held.sim().api("bad-key"),
                held.sim().api("sk-broke"),
                held.sim().api("sk-spend-limit"),
                held.sim().api("sk-inactive"),
                held.sim().api("sk-free"));
        for (var client : clients) {
            READS.forEach(path -> held.read(client, path));
            for (var path : POSTS) {
                for (var body : List.of(
                        "{}",
                        "no JSON",
                        "[]",
                        Requests.WAN,
                        Requests.PRIVATE_GROK,
                        Requests.WAN.replace("wan-2.6", "no-such"),
                        Requests.WAN.replace("5s", "99s"),
                        Requests.WAN.replace("a gondola", "").replace("16:9", "1:7"),
                        "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"x\",\"more\":1}",
                        "{\"model\":\"no-such\",\"queue_id\":\"x\"}",
                        "{\"queue_id\":\"x\"}",
                        "{\"url\":\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\"}",
                        "{\"url\":\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\",\"response_format\":\"text\"}")) {
                    held.post(client, path, body);
                }
                held.document()
                        .require(
                                "post",
                                path,
                                client.with("Content-Type", "text/plain")
                                        .send("POST", path, "x".getBytes(StandardCharsets.UTF_8)));
            }
        }
        jobs(held);
        consent(held, held.sim().api("consent-key"));
        links(held, held.sim().api("link-key"));
        wallets(held);
    }

    private static void jobs(Held held) {
        for (var prompt : PROMPTS) {
            var api = held.sim().api("job-key-" + PROMPTS.indexOf(prompt));
            for (var time = 0; time < 3; time++) {
                var queued = held.post(api, "/video/queue", Requests.wan("a gondola " + prompt));
                if (queued.status() == 200) {
                    for (var poll = 0; poll < 3; poll++) {
                        held.post(api, "/video/retrieve", Requests.ticket(queued));
                    }
                    held.document()
                            .require(
                                    "post",
                                    "/video/retrieve",
                                    api.with("Range", "bytes=0-99").post("/video/retrieve", Requests.ticket(queued)));
                    held.post(api, "/video/complete", Requests.ticket(queued));
                    held.post(api, "/video/complete", Requests.ticket(queued));
                    held.post(api, "/video/retrieve", Requests.ticket(queued));
                }
            }
        }
    }

    private static void consent(Held held, Http api) {
        var face = "\"reference_image_urls\":[\"https://media.example/portrait-face-1024x1024.png\"]";
        for (var model : List.of("seedance-2-0-reference-to-video", "seedance-2-0-reference-to-video-basic")) {
            for (var more : List.of(face, face.replace("face", "minor"), face.replace("face", "celebrity"))) {
                held.post(
                        api,
                        "/video/queue",
                        "{\"model\":\"" + model + "\",\"prompt\":\"a gondola\",\"duration\":\"5s\","
                                + "\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"," + more + "}");
            }
        }
    }

    private static void links(Held held, Http api) {
        var queued = held.post(api, "/video/queue", Requests.PRIVATE_GROK);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        var link = queued.json().path("download_url").asText();
        var path = link.substring(link.indexOf("/v1/share"));
        for (var poll = 0; poll < 3; poll++) {
            held.post(api, "/video/retrieve", Requests.ticket(queued));
        }
        var root = held.sim().root();
        held.get(root, path);
        held.get(root.with("Range", "bytes=0-99"), path);
        held.get(root, path + "x");
        held.document().require("delete", path + "x", root.delete(path + "x"));
        held.document().require("delete", path, root.delete(path));
        held.document().require("delete", path, root.delete(path));
        held.get(root, path);
    }

    private void wallets(Held held) {
        var sim = held.sim();
        var balance = "/x402/balance/" + wallet.address();
        for (var path : List.of(
                balance,
                "/x402/transactions/" + wallet.address(),
                "/x402/balance/nobody",
                "/x402/transactions/nobody")) {
            held.get(sim.api(), path);
            held.get(sim.api().with("SIGN-IN-WITH-X", "nonsense"), path);
            held.get(signed(sim), path);
        }
        held.get(signed(sim), "/x402/balance/0x000000000000000000000000000000000000dEaD");
        held.post(signed(sim), "/video/queue", Requests.WAN);
        var accepts = held.post(sim.api(), "/x402/top-up", "").json().path("accepts");
        for (var dollars : List.of(5L, 1L, 20_000L)) {
            var payment = wallet.pay(accepts, dollars * 1_000_000, Instant.now());
            held.post(sim.api().with("PAYMENT-SIGNATURE", payment), "/x402/top-up", "");
            held.post(sim.api().with("PAYMENT-SIGNATURE", payment), "/x402/top-up", "");
        }
        held.post(sim.api().with("PAYMENT-SIGNATURE", "nonsense"), "/x402/top-up", "");
        var queued = held.post(signed(sim), "/video/queue", Requests.WAN);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        held.post(signed(sim), "/video/retrieve", Requests.ticket(queued));
        held.get(signed(sim), balance);
        held.get(signed(sim), "/x402/transactions/" + wallet.address());
    }

    private Http signed(Sim sim) {
        return sim.api().with("SIGN-IN-WITH-X", wallet.signIn(sim.simulator().baseUrl(), Instant.now()));
    }

    @Test
    void describesWhatComesTooOften() {
        try (var sim = Sim.start()) {
            var held = new Held(
                    sim, new ApiDocument(sim.control().get("/api.openapi.json").json()));
            var api = sim.api("hasty-key");
            for (var time = 0; time < 50; time++) {
                held.post(api, "/video/queue", "{}");
            }
            for (var path : READS) {
                held.read(api, path);
            }
            POSTS.forEach(path -> held.post(api, path, "{}"));
            assertThat(held.document().seen().get("post /video/queue")).contains("429");
        }
    }

    @Test
    void theDocumentOfAWorldHasItsEditionAndQuirks() {
        try (var sim = Sim.start(config -> config.quirk("unknown-model", "400"))) {
            var own = sim.control().get("/api.openapi.json").json();
            assertThat(own.at("/x-venice-sim").toString())
                    .isEqualTo("{\"edition\":\"2026-06-17\",\"quirks\":{\"unknown-model\":\"400\"}}");
            assertThat(new ApiDocument(own).statuses("post /video/queue")).doesNotContain("404");
            var later =
                    sim.control().get("/api.openapi.json?edition=2026-10-02").json();
            assertThat(later.at("/info/version").asText())
                    .isEqualTo(ApiEdition.of("2026-10-02").apiVersion());
            assertThat(later.at("/paths").has("/billing/usage-history")).isTrue();
            assertThat(later.at("/x-venice-sim/derivedFrom").asText()).isEqualTo("2026-08-21");
            assertThat(later.at("/info/description").asText())
                    .endsWith("Derived from the API of 2026-08-21: no OpenAPI file of 2026-10-02 is public.");
            assertThat(own.at("/info/description").asText()).doesNotContain("Derived");
            var world = sim.world(
                    "\"edition\":\"2026-08-21\",\"quirks\":{\"unknown-model\":\"404\",\"complete-unknown-id\":\"404\"}");
            var ofWorld =
                    new ApiDocument(world.control().get("/api.openapi.json").json());
            assertThat(ofWorld.json().at("/x-venice-sim/edition").asText()).isEqualTo("2026-08-21");
            assertThat(ofWorld.statuses("post /video/queue")).contains("404");
            assertThat(ofWorld.statuses("post /video/complete")).contains("404");
            assertThat(sim.control().get("/api.openapi.json?edition=1999-01-01").status())
                    .isEqualTo(400);
        }
    }

    /** By the OpenAPI Initiative's own schema, as far as its vocabulary of draft 2020-12 goes, and in itself. */
    @ParameterizedTest
    @EachEdition
    void isWholeInItself(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var document = sim.control()
                    .get("/api.openapi.json?edition=" + edition.id())
                    .json();
            assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
            assertThat(document.findValuesAsText("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
            var names = document.findValuesAsText("operationId");
            assertThat(new HashSet<>(names)).isNotEmpty();
            assertThat(document.at("/paths/~1video~1queue/post/responses/200/links/retrieve/operationId")
                            .asText())
                    .isEqualTo("retrieve");
            assertThat(document.at("/components/schemas/queue-request/properties/model/examples"))
                    .hasSizeGreaterThan(30);
            document.at("/components/schemas")
                    .properties()
                    .forEach(schema -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                            .validate(schema.getValue().toString(), InputFormat.JSON)
                            .forEach(error -> {
                                throw new AssertionError(schema.getKey() + " " + error);
                            }));
        }
    }
}
