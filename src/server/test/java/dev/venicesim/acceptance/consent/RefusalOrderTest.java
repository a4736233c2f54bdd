package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertAsks;
import static dev.venicesim.acceptance.consent.Wire.assertViolates;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** 400 before 422 before 409 before the 402 of a shortfall; none of them costs anything. */
class RefusalOrderTest {

    private static final Seedance FACE = Seedance.animating("https://example.com/face-720x720.png");
    private static final String WIDE = "https://example.com/face-3000x1000.png";
    private static final String WIDE_AND_FAMOUS = "https://example.com/celebrity-3000x1000.png";

    /** From a request with everything wrong, one thing is put right at a time. */
    private static void assertOrder(Supplier<Http> api, ApiEdition edition) {
        var everything =
                FACE.with("image_url", WIDE_AND_FAMOUS).with("duration", "77s").with("prompt", "[sim:violation] nude");
        assertThat(queue(api.get(), everything).status()).isEqualTo(400);

        var shaped = everything.with("duration", "5s");
        assertViolates(queue(api.get(), shaped), edition, "CONTENT_POLICY_VIOLATION");

        var prompted = shaped.with("prompt", "a walk");
        assertViolates(queue(api.get(), prompted), edition, "CONTENT_POLICY_VIOLATION");

        var lawful = prompted.with("image_url", WIDE);
        assertViolates(queue(api.get(), lawful), edition, "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS");

        assertAsks(queue(api.get(), FACE), edition, "image");

        assertThat(queue(api.get(), FACE.attested()).status()).isEqualTo(402);
    }

    @ParameterizedTest
    @EachEdition
    void holdsForKeys(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"edition\":\"" + edition.id() + "\"", "\"balanceUsd\":0.01");

            assertOrder(world::api, edition);

            assertThat(world.balanceUsd()).isEqualTo("0.01");
            assertThat(Wire.jobs(world)).isZero();
        }
    }

    @ParameterizedTest
    @EachEdition
    void holdsForWallets(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var wallet = SigningWallet.base(new SecureRandom());
            var world = walletWorld(sim, wallet, edition);
            world.control().patch("/account", "{\"balanceUsd\":0.11}");

            assertOrder(() -> signedIn(sim, wallet), edition);

            var account = world.control().get("/account").json();
            assertThat(account.path("balanceUsd").asText()).isEqualTo("0.11");
            assertThat(account.path("heldUsd").asDouble()).isZero();
        }
    }

    @Test
    void aWalletUnderItsFloorIsRefusedBeforeAnythingIsRead() {
        try (var sim = Sim.start()) {
            var wallet = SigningWallet.base(new SecureRandom());
            walletWorld(sim, wallet, TestEditions.JUNE);

            var refused = queue(signedIn(sim, wallet), FACE.with("duration", "77s"));

            assertThat(refused.status()).isEqualTo(402);
            assertThat(refused.json().path("reason").asText()).isEqualTo("insufficient_balance");
        }
    }

    @ParameterizedTest
    @EachEdition
    void aWalletSignsAnewAfterTheQuestion(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var wallet = SigningWallet.base(new SecureRandom());
            var world = walletWorld(sim, wallet, edition);
            world.control().patch("/account", "{\"addUsd\":20}");
            var once = signedIn(sim, wallet);

            assertAsks(queue(once, FACE), edition, "image");
            assertThat(queue(once, FACE.attested()).status()).isEqualTo(401);
            assertThat(Wire.attested(world)).isEmpty();
            assertAccepted(queue(signedIn(sim, wallet), FACE.attested()));
            assertAccepted(queue(signedIn(sim, wallet), FACE));
        }
    }

    /**
     * Consent that came with a request refused for want of money is not kept; it has to come again with the request.
     */
    @ParameterizedTest
    @EachEdition
    void consentCountsOnceTheJobIsAccepted(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"edition\":\"" + edition.id() + "\"", "\"balanceUsd\":0.01");
            assertThat(queue(world.api(), FACE.attested()).status()).isEqualTo(402);
            assertThat(Wire.attested(world)).isEmpty();

            world.control().patch("/account", "{\"addUsd\":20}");

            assertAsks(queue(world.api(), FACE), edition, "image");
            assertAccepted(queue(world.api(), FACE.attested()));
        }
    }

    @Test
    void keyAndWalletOfOneWorldAreAskedEach() {
        try (var sim = Sim.start()) {
            var wallet = SigningWallet.base(new SecureRandom());
            var world = sim.frozenWorld(
                    "\"apiKey\":\"of-both-" + wallet.address() + "\"",
                    "\"walletAddress\":\"" + wallet.address() + "\"");

            assertAccepted(queue(world.api(), FACE.attested()));

            assertThat(queue(signedIn(sim, wallet), FACE).status()).isEqualTo(402);
            assertThat(Wire.attested(world)).hasSize(1);
        }
    }

    private static Sim.World walletWorld(Sim sim, SigningWallet wallet, ApiEdition edition) {
        return sim.frozenWorld(
                "\"edition\":\"" + edition.id() + "\"", "\"walletAddress\":\"" + wallet.address() + "\"");
    }

    private static Http signedIn(Sim sim, SigningWallet wallet) {
        return sim.api().with("SIGN-IN-WITH-X", wallet.signIn(sim.simulator().baseUrl(), Instant.now()));
    }
}
