package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call the control API, from where, and with what: every route, as its OpenAPI document lists them. */
class AccessOverHttpTest {

    private static final Sim OPEN = Sim.start();
    private static final Sim GUARDED =
            Sim.start(config -> config.host("0.0.0.0").adminToken("let-me-in").viewerToken("let-me-see"));
    private static final List<Route> ROUTES = routes();

    /** A method of a path, with what its braces stand for filled in. */
    private record Route(String method, String path, boolean open) {

        boolean reads() {
            return method.equals("GET");
        }
    }

    @AfterAll
    static void close() {
        OPEN.close();
        GUARDED.close();
    }

    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        var paths = OPEN.control().get("/openapi.json").json().path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> add(
                                routes,
                                call.getKey(),
                                path.getKey(),
                                call.getValue().has("security"))));
        return routes;
    }

    private static void add(List<Route> routes, String method, String path, boolean open) {
        if (method.equals("parameters")) {
            return;
        }
        var filled =
                path.replace("{file}", "main.js").replace("{id}", "anonymous").replaceAll("\\{\\w+}", "x");
        routes.add(new Route(method.toUpperCase(Locale.ROOT), filled, open));
        // who declares a world names its key, so an owner has no such call
        var declares = method.equals("put") && path.equals("/__sim/worlds/{id}");
        if (filled.startsWith("/__sim/worlds/anonymous") && !declares) {
            routes.add(new Route(method.toUpperCase(Locale.ROOT), filled.replace("/worlds/anonymous", "/self"), open));
        }
    }

    private static RawCall open() {
        return new RawCall(OPEN.simulator().port());
    }

    private static RawCall guarded() {
        return new RawCall(GUARDED.simulator().port());
    }

    private static Http stranger() {
        return new Http("http://127.0.0.1:" + GUARDED.simulator().port());
    }

    @Test
    void everyRouteRefusesAForeignHost() {
        assertThat(ROUTES).hasSizeGreaterThan(60).allSatisfy(route -> {
            assertThat(open().with("Host", "evil.example").status(route.method(), route.path()))
                    .isEqualTo(421);
            assertThat(guarded().with("Host", "evil.example").status(route.method(), route.path()))
                    .isEqualTo(421);
        });
    }

    @Test
    void everyRouteRefusesAPageOfAnotherOrigin() {
        assertThat(ROUTES).allSatisfy(route -> {
            for (var origin : List.of("https://evil.example", "null", "http://127.0.0.1:1", "http://localhost")) {
                assertThat(open().with("Origin", origin).status(route.method(), route.path()))
                        .as(origin)
                        .isEqualTo(403);
            }
            assertThat(open().with("Sec-Fetch-Site", "cross-site").status(route.method(), route.path()))
                    .isEqualTo(403);
        });
    }

    @Test
    void everyRouteRefusesABodyThatIsNotDeclared() {
        assertThat(ROUTES).filteredOn(route -> !route.reads()).allSatisfy(route -> {
            for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "")) {
                var call = open().with("Authorization", "Bearer k").body("{\"token\":\"x\"}");
                assertThat((type.isEmpty() ? call : call.with("Content-Type", type))
                                .status(route.method(), route.path()))
                        .as(type)
                        .isEqualTo(415);
            }
        });
    }

    @Test
    void everyRouteButThePageWantsATokenOnAPublicHost() {
        assertThat(ROUTES).allSatisfy(route -> {
            var status = guarded().status(route.method(), route.path());
            if (route.open()) {
                assertThat(status).isNotEqualTo(401);
            } else {
                assertThat(status).isEqualTo(401);
            }
        });
    }

    @Test
    void theViewerReadsEverythingAndChangesNothing() {
        assertThat(ROUTES)
                .filteredOn(route -> !route.open() && !route.path().startsWith("/__sim/self"))
                .allSatisfy(route -> {
                    var status =
                            guarded().with("Authorization", "Bearer let-me-see").status(route.method(), route.path());
                    if (route.reads()) {
                        assertThat(status).isIn(200, 404);
                    } else {
                        assertThat(status).isEqualTo(403);
                    }
                });
    }

    @Test
    void anApiKeyOpensNoRouteButItsOwn() {
        stranger().with("Authorization", "Bearer mine").post("/api/v1/video/queue", Requests.WAN);
        assertThat(ROUTES).filteredOn(route -> !route.open()).allSatisfy(route -> {
            for (var key : List.of("mine", "yours", "let-me-in!", "none", "bad-key")) {
                if (!route.path().startsWith("/__sim/self")) {
                    assertThat(guarded().with("Authorization", "Bearer " + key).status(route.method(), route.path()))
                            .as(key)
                            .isEqualTo(401);
                }
            }
        });
    }

    @Test
    void withAnApiKeyAClientReadsAndMovesItsOwnWorld() {
        var mine = stranger().with("Authorization", "Bearer own-1");
        var theirs = stranger().with("Authorization", "Bearer own-2");
        mine.post("/api/v1/video/queue", Requests.WAN);
        theirs.post("/api/v1/video/queue", Requests.WAN);

        assertThat(mine.get("/__sim/self/jobs").json().path("jobs").size()).isEqualTo(1);
        assertThat(mine.patch("/__sim/self/clock", "{\"at\":\"2030-01-01T00:00:00Z\",\"frozen\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(mine.get("/__sim/self/clock").json().path("now").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(theirs.get("/__sim/self/clock").json().path("frozen").asBoolean())
                .isFalse();
        assertThat(mine.get("/__sim/self").json().path("id"))
                .isNotEqualTo(theirs.get("/__sim/self").json().path("id"));
    }

    @Test
    void aKeyThatOnlyReadsGetsNoWorld() {
        var admin = stranger().with("Authorization", "Bearer let-me-in");
        var before = admin.get("/__sim/worlds").json().path("worlds").size();
        var mine = stranger().with("Authorization", "Bearer only-reads");
        assertThat(mine.get("/__sim/self/account").json().path("balanceUsd").asDouble())
                .isEqualTo(100);
        assertThat(mine.get("/__sim/self/jobs").status()).isEqualTo(200);
        assertThat(mine.get("/__sim/self/requests").status()).isEqualTo(200);
        assertThat(admin.get("/__sim/worlds").json().path("worlds").size()).isEqualTo(before);
        mine.patch("/__sim/self/clock", "{\"frozen\":true}");
        assertThat(admin.get("/__sim/worlds").json().path("worlds").size()).isEqualTo(before + 1);
    }

    @Test
    void nobodyTakesAStrangersKeyBeforeTheyCome() {
        var mine = stranger().with("Authorization", "Bearer squatter");
        assertThat(mine.post("/__sim/self/keys", "{\"apiKey\":\"victim\"}").status())
                .isEqualTo(403);
        var second = mine.post("/__sim/self/keys", "{}");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("apiKey").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"let-me-in", "let-me-see", "bad-key", "invalid-key"})
    void whatIsNoKeyHasNoWorldOfItsOwn(String token) {
        var refused = stranger().with("Authorization", "Bearer " + token).get("/__sim/self");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("detail").asText()).contains("/__sim/self");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 200",
        "127.0.0.1:1, 200",
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "localhost.:80, 200",
        "[::1]:8080, 200",
        "127.9.9.9, 200",
        "evil.localhost, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "127.0.0.1.nip.io, 421",
        "evil@localhost, 400",
        "10.0.0.1, 421",
        "venice, 421",
        "'', 421"
    })
    void onLoopbackOnlyLoopbackIsCalled(String host, int status) {
        assertThat(open().with("Host", host).status("GET", "/__sim/worlds")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1:8080, 200",
        "[fd00::1], 200",
        "venice:8080, 200",
        "host.docker.internal:8080, 200",
        "venice.test.svc.cluster.local, 200",
        "sim.example, 421",
        "10.0.0.1.sim.example, 421"
    })
    void onAllInterfacesAddressesAndPrivateNamesAreCalled(String host, int status) {
        assertThat(guarded()
                        .with("Host", host)
                        .with("Authorization", "Bearer let-me-in")
                        .status("GET", "/__sim/worlds"))
                .isEqualTo(status);
    }

    @Test
    void thePublicUrlsHostIsAName() {
        try (var named = Sim.start(config -> config.publicUrl("https://sim.staging.example"))) {
            var port = named.simulator().port();
            var call = new RawCall(port).with("Host", "sim.staging.example").with("Content-Type", "application/json");
            assertThat(call.with("Origin", "https://sim.staging.example")
                            .body("{}")
                            .status("POST", "/__sim/worlds"))
                    .isEqualTo(201);
            assertThat(call.with("Origin", "https://staging.example").status("POST", "/__sim/worlds"))
                    .isEqualTo(403);
            assertThat(new RawCall(port).with("Host", "staging.example").status("GET", "/__sim/worlds"))
                    .isEqualTo(421);
        }
    }

    @Test
    void behindAProxyWhatItForwardsIsCheckedAsWell() {
        try (var proxied = Sim.start(config -> config.trustForwarded(true))) {
            var call = new RawCall(proxied.simulator().port());
            assertThat(call.with("X-Forwarded-Host", "localhost:9090")
                            .with("Origin", "http://localhost:9090")
                            .status("GET", "/__sim/worlds"))
                    .isEqualTo(200);
            assertThat(call.with("X-Forwarded-Host", "evil.example").status("GET", "/__sim/worlds"))
                    .isEqualTo(421);
        }
    }

    @Test
    void aRefusalSaysInPlainWordsWhatToDo() {
        assertThat(open().with("Host", "evil.example").send("GET", "/__sim/worlds"))
                .contains("application/problem+json", "--public-url");
        assertThat(open().with("Origin", "http://evil.example").send("GET", "/__sim/worlds"))
                .contains("another origin", "/__sim");
        assertThat(open().body("{}").send("POST", "/__sim/worlds")).contains("Content-Type: application/json");
    }

    @Test
    void aRefusedCallChangesNothing() {
        try (var own = Sim.start()) {
            var call = new RawCall(own.simulator().port()).body("{\"balanceUsd\":1}");
            assertThat(call.with("Content-Type", "text/plain").status("POST", "/__sim/worlds"))
                    .isEqualTo(415);
            call.with("Content-Type", "application/json");
            assertThat(call.with("Origin", "http://evil.example").status("POST", "/__sim/worlds"))
                    .isEqualTo(403);
            assertThat(own.control().get("/worlds").json().path("worlds").size())
                    .isZero();
        }
    }

    @Test
    void ourOwnPageMayDoEverything() {
        var origin = "http://127.0.0.1:" + OPEN.simulator().port();
        assertThat(open().with("Origin", origin)
                        .with("Sec-Fetch-Site", "same-origin")
                        .with("Content-Type", "application/json")
                        .body("{}")
                        .status("POST", "/__sim/worlds"))
                .isEqualTo(201);
    }

    @Test
    void aLinkFromElsewhereLeadsToThePageAndToNothingElse() {
        for (var path : List.of("/__sim", "/__sim/worlds")) {
            assertThat(open().with("Sec-Fetch-Site", "cross-site")
                            .with("Sec-Fetch-Mode", "navigate")
                            .with("Sec-Fetch-Dest", "document")
                            .status("GET", path))
                    .isEqualTo(path.equals("/__sim") ? 200 : 403);
        }
        assertThat(open().with("Sec-Fetch-Site", "cross-site")
                        .with("Sec-Fetch-Mode", "navigate")
                        .with("Sec-Fetch-Dest", "iframe")
                        .status("GET", "/__sim"))
                .isEqualTo(403);
    }

    @Test
    void everyReplyIsSafeToShow() {
        for (var path : List.of("/__sim", "/__sim/console/main.js", "/__sim/worlds", "/__sim/nothing")) {
            var reply = OPEN.root().get(path);
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
        assertThat(OPEN.root().get("/__sim").text()).doesNotContain("<style", "onclick", "<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fopenapi.json", "%2e%2e%2fopenapi.json", "openapi.json", "main.class", "none.js"})
    void thePageHasNoOtherFiles(String name) {
        assertThat(OPEN.root().get("/__sim/console/" + name).status()).isEqualTo(404);
    }
}
