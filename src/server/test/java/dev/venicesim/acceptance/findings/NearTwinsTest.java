package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings about links, waiting, sign-ins and fields: a client that commits each, and one that almost does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearTwinsTest {

    private static final String UPSCALED = Requests.WAN.replace("\"prompt\"", "\"upscale_factor\":2,\"prompt\"");

    /** What a client sends that was generated from the OpenAPI file: its model has neither field. */
    private static final String GENERATED = """
            {"model":"longcat-text-to-video","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"720p","upscale_factor":2,"audio":true}""";

    @AutoClose
    private final Sim sim = Sim.start(config -> config.trustForwarded(true));

    private Sim.World world() {
        return sim.world("\"jobTime\":\"145s\"");
    }

    private Sim.World playing(String scenario) {
        var world = world();
        var set = world.control().put("/scenario", "jobTime: 145s\n" + scenario);
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return world;
    }

    private static Http link(Sim.World world) {
        var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        return new Http(queued.json().path("download_url").asText());
    }

    private static void open(Http link, int address, int status) {
        assertThat(link.with("X-Forwarded-For", "192.0.2." + address).get("").status())
                .isEqualTo(status);
    }

    private static void failsOverItsInput(Sim.World world, String refunded) {
        var queued = world.api().post("/video/queue", Requests.WAN);
        world.advance("145s");
        assertThat(world.api().post("/video/retrieve", Requests.ticket(queued)).status())
                .as(refunded)
                .isEqualTo(422);
    }

    @Test
    void tellsOfAJobThatFailedAndWasPaid() {
        var world = playing("jobs: [{ outcome: { refused: { refunded: false } } }]\n");
        failsOverItsInput(world, "kept");

        Found.one(world, "paid-for-failure", 2);
    }

    @Test
    void isContentWhereTheCreditsOfAFailedJobCameBack() {
        var world = playing("jobs: [{ outcome: { refused: { refunded: true } } }]\n");
        failsOverItsInput(world, "refunded");

        Found.none(world, "paid-for-failure");
        assertThat(world.balanceUsd()).isEqualTo("100");
    }

    @Test
    void tellsOfALinkOpenedFromAThirdAddress() {
        var world = world();
        var link = link(world);
        world.advance("145s");
        open(link, 1, 200);
        open(link, 2, 200);
        open(link, 3, 410);

        Found.one(world, "link-shared", 2, 3, 4);
    }

    @Test
    void isContentWithALinkWhoseClientMovedOnceAndCameBack() {
        var world = playing("links: { fetches: 10 }");
        var link = link(world);
        world.advance("145s");
        open(link, 1, 200);
        open(link, 2, 200);
        open(link, 2, 200);
        open(link, 1, 200);

        Found.none(world, "link-shared");
    }

    @Test
    void isContentWithThreeLinksOpenedFromThreeAddresses() {
        var world = world();
        for (int i = 1; i <= 3; i++) {
            var link = link(world);
            world.advance("145s");
            open(link, i, 200);
        }

        Found.none(world, "link-shared");
    }

    @Test
    void tellsOfAClientThatComesBackBeforeRetryAfter() {
        var world =
                playing("faults: [{ on: queue, nth: 1, respond: { status: 503, headers: { Retry-After: \"500\" } } }]");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(503);
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);

        Found.one(world, "ignores-retry-after", 1, 2);
    }

    @Test
    void isContentWithAClientThatComesBackAtTheTimeNamed() {
        var world =
                playing("faults: [{ on: queue, nth: 1, respond: { status: 503, headers: { Retry-After: \"0\" } } }]");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(503);
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);

        Found.none(world, "ignores-retry-after");
    }

    @Test
    void tellsOfAClientThatGoesOnWhileItsFailuresBlockIt() {
        var world = playing("limits: { failed: 3 }");
        failFourTimes(world);
        assertThat(world.api().post("/video/queue", Requests.WAN).text()).contains("Too many failed attempts (> 3)");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(429);

        Found.one(world, "ignores-retry-after", 5, 6);
    }

    @Test
    void isContentWithAClientThatStopsWhenItsFailuresBlockIt() {
        var world = playing("limits: { failed: 3 }");
        failFourTimes(world);
        assertThat(world.api().post("/video/queue", Requests.WAN).text()).contains("Too many failed attempts (> 3)");

        Found.none(world, "ignores-retry-after");
    }

    private static void failFourTimes(Sim.World world) {
        for (int i = 0; i < 4; i++) {
            var unlike = Requests.WAN.replace("\"5s\"", "\"" + (50 + i) + "s\"");
            assertThat(world.api().post("/video/queue", unlike).status()).isEqualTo(400);
        }
    }

    @Test
    void tellsOfASignInThatIsSentTwice() {
        var wallet = SigningWallet.base(new SecureRandom());
        var world = sim.world("\"walletAddress\":\"" + wallet.address() + "\"");
        var signed = signIn(wallet);
        assertThat(balance(wallet, signed).status()).isEqualTo(200);
        assertThat(balance(wallet, signed).status()).isEqualTo(401);

        Found.one(world, "nonce-reused", 1, 2);
    }

    @Test
    void isContentWithASignInForEachCall() {
        var wallet = SigningWallet.base(new SecureRandom());
        var world = sim.world("\"walletAddress\":\"" + wallet.address() + "\"");
        assertThat(balance(wallet, signIn(wallet)).status()).isEqualTo(200);
        assertThat(balance(wallet, signIn(wallet)).status()).isEqualTo(200);

        Found.none(world, "nonce-reused");
    }

    private String signIn(SigningWallet wallet) {
        return wallet.signIn(sim.simulator().baseUrl(), Instant.now());
    }

    private Http.Answer balance(SigningWallet wallet, String signIn) {
        return sim.api().with("SIGN-IN-WITH-X", signIn).get("/x402/balance/" + wallet.address());
    }

    @Test
    void tellsOfAFieldThatQuoteDroppedBeforeQueueRefusesIt() {
        var world = world();
        assertThat(world.api().post("/video/quote", UPSCALED).status()).isEqualTo(200);
        Found.none(world, "quote-drops-field");
        assertThat(world.api().post("/video/queue", UPSCALED).status()).isEqualTo(400);

        var finding = Found.one(world, "quote-drops-field", 1, 2);
        assertThat(finding.path("says").asText()).contains("upscale_factor to wan-2.6-text-to-video", "had ignored");
    }

    @Test
    void isContentWithAFieldThatNobodyHadQuoted() {
        var world = world();
        assertThat(world.api().post("/video/queue", UPSCALED).status()).isEqualTo(400);

        Found.none(world, "quote-drops-field");
    }

    @Test
    void isContentWithAFieldThatAnotherProgramHadQuoted() {
        var world = world();
        var other = world.api().with("User-Agent", "prices/1.0");
        assertThat(other.post("/video/quote", UPSCALED).status()).isEqualTo(200);
        assertThat(world.api().post("/video/queue", UPSCALED).status()).isEqualTo(400);

        Found.none(world, "quote-drops-field");
    }

    @Test
    void explainsTheDefaultsOfAGeneratedClient() {
        var world = world();
        assertThat(world.api().post("/video/queue", GENERATED).status()).isEqualTo(400);

        var finding = Found.one(world, "sends-defaults", 1);
        assertThat(finding.path("severity").asText()).isEqualTo("info");
        assertThat(finding.path("says").asText()).contains("audio: true, upscale_factor: 2 to longcat-text-to-video");
    }

    @Test
    void explainsTheDefaultBesideALargePictureToo() {
        var world = world();
        var picture = "data:image/png;base64," + "A".repeat(100_000);
        var large = GENERATED.replace("\"prompt\"", "\"image_url\":\"" + picture + "\",\"prompt\"");
        assertThat(world.api().post("/video/queue", large).status()).isEqualTo(400);

        Found.one(world, "sends-defaults", 1);
    }

    @Test
    void isContentWithOtherValuesOfTheSameFields() {
        var world = world();
        var chosen = GENERATED.replace("true", "false").replace(":2,", ":4,");
        assertThat(world.api().post("/video/queue", chosen).status()).isEqualTo(400);

        Found.none(world, "sends-defaults");
    }

    @ParameterizedTest
    @CsvSource({"true, 2, 200", "false, 2, 400", "true, 4, 400", "true, 1, 400"})
    void letsTheDefaultsPassWhereAQuirkSaysSoAndNothingElse(String audio, int factor, int status) {
        var world = sim.world("\"quirks\":{\"file-defaults\":\"ignore\"}");
        var body = GENERATED.replace("true", audio).replace(":2,", ":" + factor + ",");
        assertThat(world.api().post("/video/queue", body).status()).isEqualTo(status);
    }

    @Test
    void isContentWithAFieldThatIsQuotedAndNotSent() {
        var world = world();
        assertThat(world.api().post("/video/quote", UPSCALED).status()).isEqualTo(200);
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);

        Found.none(world, "quote-drops-field");
    }

    @Test
    void isContentWithARefusalThatQuoteGivesToo() {
        var world = world();
        var both = UPSCALED.replace("720p", "999p");
        assertThat(world.api().post("/video/quote", both).status()).isEqualTo(400);
        assertThat(world.api().post("/video/queue", both).status()).isEqualTo(400);

        Found.none(world, "quote-drops-field");
    }
}
