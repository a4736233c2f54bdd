package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.scenario.ScenarioLibrary;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each ready-made scenario does what its description promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadyMadeScenariosTest {

    private static final String SEEDANCE = """
            {"model":"seedance-2-0-reference-to-video","prompt":"a walk","duration":"5s","aspect_ratio":"16:9",
             "resolution":"720p","reference_image_urls":["https://example.com/portrait.png"]}""";

    @AutoClose
    private final Sim sim = Sim.start();

    private Sim.World playing(String scenario) {
        return sim.frozenWorld("\"scenario\":\"" + scenario + "\"");
    }

    private static Http.Answer queue(Sim.World world, String body) {
        return world.api().post("/video/queue", body);
    }

    private static String ticket(Sim.World world, String body) {
        var queued = queue(world, body);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        return Requests.ticket(queued);
    }

    private static Http.Answer retrieve(Sim.World world, String ticket) {
        return world.api().post("/video/retrieve", ticket);
    }

    @Test
    void canAllBeDeclaredAndSaySo() {
        for (var name : ScenarioLibrary.READY_MADE) {
            var world = sim.control().post("/worlds", "{\"scenario\":\"" + name + "\"}");
            assertThat(world.status()).as(name).isEqualTo(201);
            assertThat(world.json().path("scenario").asText()).isEqualTo(name);
        }
    }

    @Test
    void happy() {
        var world = playing("happy");
        assertThat(world.balanceUsd()).isEqualTo("100");
        var ticket = ticket(world, Requests.WAN);
        world.advance("3s");
        assertThat(retrieve(world, ticket).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void slow() {
        var world = playing("slow");
        var ticket = ticket(world, Requests.WAN);
        world.advance("599s");
        var late = retrieve(world, ticket).json();
        assertThat(late.path("average_execution_time").asInt()).isEqualTo(145_000);
        assertThat(late.path("execution_duration").asInt()).isEqualTo(599_000);
        world.advance("1s");
        assertThat(retrieve(world, ticket).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void insufficientBalance() {
        var world = playing("insufficient-balance");
        assertThat(queue(world, Requests.WAN).status()).isEqualTo(402);
        assertThat(world.control().get("/jobs").json().path("jobs")).isEmpty();
        assertThat(world.balanceUsd()).isEqualTo("0.05");
        world.control().patch("/account", "{\"addUsd\":5}");
        assertThat(queue(world, Requests.WAN).status()).isEqualTo(200);
    }

    @Test
    void walletNeedsTopUp() {
        var wallet = SigningWallet.base(new SecureRandom());
        var world = sim.world("\"walletAddress\":\"" + wallet.address() + "\",\"scenario\":\"wallet-needs-top-up\"");
        assertThat(world.balanceUsd()).isEqualTo("0.04");
        var refused = queue(wallet);
        assertThat(refused.status()).as("%s", refused).isEqualTo(402);
        assertThat(refused.json().path("code").asText()).isEqualTo("PAYMENT_REQUIRED");

        var terms = sim.api().post("/x402/top-up", "").json().path("accepts");
        var paid = sim.api()
                .with("PAYMENT-SIGNATURE", wallet.pay(terms, 5_000_000, Instant.now()))
                .send("POST", "/x402/top-up", new byte[0]);
        assertThat(paid.status()).as("%s", paid).isEqualTo(200);
        assertThat(world.balanceUsd()).isEqualTo("5.04");
        var queued = queue(wallet);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
    }

    private Http.Answer queue(SigningWallet wallet) {
        return sim.api()
                .with("SIGN-IN-WITH-X", wallet.signIn(sim.simulator().baseUrl(), Instant.now()))
                .post("/video/queue", Requests.WAN);
    }

    @Test
    void needsConsent() {
        var world = playing("needs-consent");
        var asked = queue(world, SEEDANCE);
        assertThat(asked.status()).as("%s", asked).isEqualTo(409);
        assertThat(asked.text()).contains("needs_consent");
        assertThat(world.balanceUsd()).isEqualTo("100");
        var attested = SEEDANCE.replaceFirst(
                "\\{",
                "{\"consents\":{\"seedance\":{\"confirmed_terms_and_privacy\":true,"
                        + "\"confirmed_legal_right\":true,\"confirmed_screening_acknowledged\":true}},");
        var queued = queue(world, attested);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        assertThat(queue(world, SEEDANCE).status()).as("the same bytes again").isEqualTo(200);
        assertThat(world.control().get("/consents").json().path("consents")).hasSize(1);
        world.advance("3s");
        assertThat(retrieve(world, Requests.ticket(queued)).header("Content-Type"))
                .isEqualTo("video/mp4");
        var without = queue(world, SEEDANCE.replace("portrait", "landscape"));
        assertThat(without.status()).as("%s", without).isEqualTo(200);
    }

    @Test
    void contentViolation() {
        var world = playing("content-violation");
        assertThat(queue(world, Requests.wan("a forbidden scene")).status()).isEqualTo(422);
        assertThat(world.balanceUsd()).isEqualTo("100");
        assertThat(queue(world, Requests.WAN).status()).isEqualTo(200);
    }

    @Test
    void providerRefusesWithRefund() {
        var world = playing("provider-refuses-with-refund");
        var ticket = ticket(world, Requests.WAN);
        assertThat(world.balanceUsd()).isEqualTo("4.45");
        world.advance("10s");
        var refused = retrieve(world, ticket);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("error").path("recommended_model").asText())
                .isEqualTo("wan-2.6-text-to-video");
        assertThat(world.balanceUsd()).isEqualTo("5");
    }

    @Test
    void providerRefuses() {
        var world = playing("provider-refuses");
        var other = ticket(world, Requests.WAN);
        assertThat(retrieve(world, other).status()).isEqualTo(200);
        assertThat(retrieve(world, other).status()).isEqualTo(503);
        world.advance("40s");
        assertThat(retrieve(world, other).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void atCapacity() {
        var world = playing("at-capacity");
        var ticket = ticket(world, Requests.WAN);
        world.advance("5s");
        assertThat(retrieve(world, ticket).status()).isEqualTo(503);
        assertThat(retrieve(world, ticket).status()).isEqualTo(503);
        assertThat(retrieve(world, ticket).header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void rateLimited() {
        var world = playing("rate-limited");
        for (int i = 0; i < 3; i++) {
            assertThat(queue(world, Requests.WAN).status()).isEqualTo(200);
        }
        assertThat(queue(world, Requests.WAN).status()).isEqualTo(429);
        for (int i = 0; i < 4; i++) {
            assertThat(retrieve(world, "{\"model\":\"m\",\"queue_id\":\"none\"}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(retrieve(world, "{\"model\":\"m\",\"queue_id\":\"none\"}").text())
                .contains("Too many failed attempts (> 3)");
    }

    @Test
    void linkExpires() {
        var world = playing("link-expires");
        var queued = queue(world, Requests.PRIVATE_GROK);
        var link = new Http(queued.json().path("download_url").asText());
        world.advance("3s");
        assertThat(link.get("").status()).isEqualTo(200);
        assertThat(link.get("").status()).isEqualTo(410);
        var late = new Http(
                queue(world, Requests.PRIVATE_GROK).json().path("download_url").asText());
        world.advance("60s");
        assertThat(late.get("").status()).isEqualTo(410);
        world.advance("60s");
        assertThat(retrieve(world, Requests.ticket(queued)).status()).isEqualTo(404);
    }

    @Test
    void stuckJob() {
        var world = playing("stuck-job");
        var stuck = ticket(world, Requests.WAN);
        var next = ticket(world, Requests.WAN);
        world.advance("23h");
        assertThat(retrieve(world, stuck).json().path("status").asText()).isEqualTo("PROCESSING");
        assertThat(retrieve(world, next).header("Content-Type")).isEqualTo("video/mp4");
        world.advance("1h");
        assertThat(retrieve(world, stuck).status()).isEqualTo(404);
    }

    @Test
    void flakyNetwork() {
        var world = playing("flaky-network");
        world.control().patch("/account", "{\"balanceUsd\":1000}");
        var lost = 0;
        for (int i = 0; i < 40; i++) {
            try (var wire = Wire.to(sim).post(world, "/video/queue", Requests.WAN)) {
                lost += wire.some(12).length == 0 ? 1 : 0;
            }
        }
        assertThat(lost).isBetween(1, 12);
        assertThat(world.control().get("/jobs").json().path("jobs")).hasSize(40);
    }
}
