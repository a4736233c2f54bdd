package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.scenario.ScenarioLibrary;
import dev.venicesim.wallet.SigningWallet;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that keeps its state in a store that lasts is, after a restart, the server that it was. */
class RestartOverHttpTest {

    private static final List<String> VIEWS = List.of("", "/account", "/jobs", "/consents");

    @TempDir
    private Path folder;

    /** The store of this test, as {@code --store} names it. */
    String store() {
        return "file:" + folder.resolve("store");
    }

    private Sim start() {
        return Sim.start(config -> config.store(store()).limits(false));
    }

    @Test
    void everyWorldIsAsItWas() {
        var worlds = new ArrayList<String>();
        var before = new TreeMap<String, String>();
        try (var sim = start()) {
            for (var scenario : ScenarioLibrary.READY_MADE) {
                var world = sim.frozenWorld("\"scenario\":\"" + scenario + "\"", "\"jobTime\":\"40s\"");
                world.api().post("/video/queue", Requests.wan("with " + scenario));
                world.api().post("/video/queue", Requests.wan("[sim:time=5s] a boat"));
                world.advance("10s");
                worlds.add(world.id());
            }
            var own = sim.frozenWorld("\"balanceUsd\":7.5", "\"quirks\":{\"complete\":\"400\"}", "\"seed\":9");
            own.control().post("/keys", "{\"apiKey\":\"second\",\"spendLimitUsd\":1}");
            own.control().put("/faces", "{\"https://example.com/a.png\":[\"face\"]}");
            own.control()
                    .put("/media", "{\"https://example.com/b.mp4\":{\"width\":320,\"height\":240,\"seconds\":2.5}}");
            own.control().put("/policy", "{\"consentVersion\":\"v3.0\"}");
            worlds.add(own.id());
            before.putAll(views(sim, worlds));
        }
        try (var sim = start()) {
            assertThat(views(sim, worlds)).isEqualTo(before);
            assertThat(sim.control().get("/worlds/second").json().path("id").asText())
                    .isEqualTo(worlds.get(worlds.size() - 1));
            assertThat(sim.control().get("/ready").status()).isEqualTo(200);
        }
    }

    private static Map<String, String> views(Sim sim, List<String> worlds) {
        var views = new TreeMap<String, String>();
        // calls and findings are of one process, as the journal is
        var costs = sim.control().get("/costs").json();
        views.put("costs", costs.path("usd") + " " + costs.path("byModel"));
        for (var world : worlds) {
            for (var view : VIEWS) {
                views.put(
                        world + view,
                        sim.control().get("/worlds/" + world + view).text());
            }
        }
        return views;
    }

    @Test
    void aJobGoesOnAndItsLinkStillOpensAfterTheRestart() {
        Http.Answer queued;
        String key;
        try (var sim = start()) {
            var world = sim.frozenWorld("\"jobTime\":\"10s\"");
            key = world.apiKey();
            queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
            assertThat(queued.status()).isEqualTo(200);
        }
        try (var sim = start()) {
            var ticket = Requests.ticket(queued);
            assertThat(sim.api(key)
                            .post("/video/retrieve", ticket)
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("PROCESSING");
            sim.control().patch("/worlds/" + key + "/clock", "{\"advance\":\"10s\"}");
            assertThat(sim.api(key)
                            .post("/video/retrieve", ticket)
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("COMPLETED");
            var link = URI.create(queued.json().path("download_url").asText()).getPath();
            assertThat(sim.root().get(link).header("Content-Type")).isEqualTo("video/mp4");
            assertThat(sim.api(key).post("/video/complete", ticket).status()).isEqualTo(200);
        }
        try (var sim = start()) {
            assertThat(sim.api(key)
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPaymentIsCreditedOnceAndANonceIsSpentOnceOverARestart() {
        var wallet = SigningWallet.base(new SecureRandom());
        String payment;
        String signIn;
        try (var sim = start()) {
            var accepts = sim.api().post("/x402/top-up", "").json().path("accepts");
            payment = wallet.pay(accepts, 5_000_000, Instant.now());
            assertThat(topUp(sim, payment).status()).isEqualTo(200);
            signIn = wallet.signIn(sim.simulator().baseUrl(), Instant.now());
            assertThat(balance(sim, wallet, signIn).status()).isEqualTo(200);
        }
        try (var sim = start()) {
            topUp(sim, payment);
            var account = sim.control()
                    .get("/worlds/" + wallet.address() + "/account")
                    .json();
            assertThat(account.path("balanceUsd").asText()).isEqualTo("5");
            assertThat(account.path("ledger")).hasSize(1);
            assertThat(balance(sim, wallet, signIn).status()).isEqualTo(401);
        }
    }

    private static Http.Answer topUp(Sim sim, String payment) {
        return sim.api().with("PAYMENT-SIGNATURE", payment).send("POST", "/x402/top-up", new byte[0]);
    }

    private static Http.Answer balance(Sim sim, SigningWallet wallet, String signIn) {
        return sim.api().with("SIGN-IN-WITH-X", signIn).get("/x402/balance/" + wallet.address());
    }

    @Test
    void whatIsDeletedStaysDeleted() {
        try (var sim = start()) {
            sim.api("gone").post("/video/queue", Requests.WAN);
            sim.api("kept").post("/video/queue", Requests.WAN);
            assertThat(sim.control().delete("/worlds/gone").status()).isEqualTo(204);
        }
        try (var sim = start()) {
            assertThat(sim.control().get("/worlds").json().path("worlds")).hasSize(1);
            assertThat(sim.control().get("/worlds/gone").status()).isEqualTo(404);
            assertThat(sim.control().get("/worlds/kept/jobs").json().path("jobs"))
                    .hasSize(1);
            assertThat(sim.control().get("/costs").json().path("usd").asText()).isEqualTo("1.1");
        }
    }
}
