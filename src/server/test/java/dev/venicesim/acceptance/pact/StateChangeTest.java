package dev.venicesim.acceptance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state-change protocol as a verifier of another language speaks it: change, request, and perhaps change again. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class StateChangeTest {

    private static final String JOB = "0198f0aa-53d2-7c11-9a44-3f1f2f6f0b02";
    private static final String TICKET = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + JOB + "\"}";

    private Sim sim;
    private Verifier verifier;

    @BeforeEach
    void start() {
        sim = Sim.start();
        verifier = new Verifier(sim);
    }

    @AfterEach
    void close() {
        sim.close();
    }

    private Http.Answer queue() {
        return verifier.api().post("/video/queue", Requests.WAN);
    }

    private Http.Answer retrieve() {
        return verifier.api().post("/video/retrieve", TICKET);
    }

    @Test
    void theNextRequestStandsInTheStatesWorldWhateverItsKey() {
        verifier.setUp("an empty balance");
        assertThat(queue().status()).isEqualTo(402);
    }

    @Test
    void aJobIsMadeUnderTheVeryIdThatTheStateNames() {
        verifier.setUp("job " + JOB + " is completed");
        assertThat(retrieve().header("Content-Type")).isEqualTo("video/mp4");
    }

    @ParameterizedTest
    @CsvSource({"job %s is completed", "Job '%s' is Completed", "job <%s> is  completed"})
    void theIdMayStandInQuotesAndTheRestInAnyCase(String wording) {
        verifier.setUp(wording.replace("%s", JOB));
        assertThat(retrieve().status()).isEqualTo(200);
    }

    @Test
    void theIdMayBeAParameter() {
        verifier.setUp("a job that is completed", "queueId", JOB);
        assertThat(retrieve().status()).isEqualTo(200);
    }

    @Test
    void onlyOneRequestStandsIn() {
        verifier.setUp("an empty balance");
        assertThat(queue().status()).isEqualTo(402);
        assertThat(verifier.api().post("/video/queue", Requests.wan("another")).status())
                .isEqualTo(200);
    }

    @Test
    void theSameRequestSentAgainStandsInAgain() {
        verifier.setUp("job " + JOB + " is at capacity");
        assertThat(retrieve().status()).isEqualTo(503);
        assertThat(retrieve().status()).isEqualTo(503);
    }

    @Test
    void theKeyInTheReplySeesTheWorldAsOftenAsItLikes() {
        var key = verifier.value(verifier.setUp("a balance of 1.20 USD"), "apiKey")
                .asText();
        assertThat(sim.api(key).post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(sim.api(key).post("/video/queue", Requests.wan("another")).status())
                .isEqualTo(200);
        assertThat(sim.api(key).post("/video/queue", Requests.wan("a third")).status())
                .isEqualTo(402);
    }

    @Test
    void statesOfOneInteractionShareAWorld() {
        verifier.setUp("an empty balance");
        verifier.setUp("job " + JOB + " is completed");
        assertThat(retrieve().status()).isEqualTo(200);
        assertThat(verifier.states("{\"states\":[\"an empty balance\",\"job " + JOB + " is processing\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(retrieve().json().path("status").asText()).isEqualTo("PROCESSING");
    }

    @Test
    void theFirstStateAfterARequestGetsAFreshWorld() {
        verifier.setUp("an empty balance");
        assertThat(queue().status()).isEqualTo(402);
        verifier.setUp("job " + JOB + " is completed");
        assertThat(queue().status()).isEqualTo(200);
    }

    @Test
    void teardownForgetsTheWorld() {
        var key = verifier.value(verifier.setUp("job " + JOB + " is completed"), "apiKey")
                .asText();
        assertThat(verifier.takeDown("job " + JOB + " is completed").text()).isEqualTo("{}");
        assertThat(retrieve().status()).isEqualTo(404);
        assertThat(sim.control().get("/worlds/" + key).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"state\":\"\"}", "{\"state\":null,\"action\":\"setup\"}", "{\"states\":[]}", "{}"})
    void anInteractionWithoutAStateClearsWhatWaits(String body) {
        verifier.setUp("an empty balance");
        assertThat(verifier.states(body).text()).isEqualTo("{}");
        assertThat(queue().status()).isEqualTo(200);
    }

    @Test
    void aStateMayBeAskedForInTheQuery() {
        var asked = sim.control()
                .send(
                        "POST",
                        "/pact/states?state=a+job+that+is+completed&queueId=" + JOB + "&action=setup",
                        new byte[0]);
        assertThat(asked.status()).as("%s", asked).isEqualTo(200);
        assertThat(retrieve().status()).isEqualTo(200);
    }

    @Test
    void aNamedKeyGetsItsOwnWorldAndNothingStandsIn() {
        verifier.setUp("an empty balance", "apiKey", "my-key");
        assertThat(queue().status()).isEqualTo(200);
        assertThat(sim.api("my-key").post("/video/queue", Requests.WAN).status())
                .isEqualTo(402);
        verifier.setUp("a funded key", "apiKey", "my-key");
        assertThat(sim.api("my-key").post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
        assertThat(verifier.states(
                                "{\"action\":\"teardown\",\"state\":\"a funded key\",\"params\":{\"apiKey\":\"my-key\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(sim.control().get("/worlds/my-key/requests").json().path("requests"))
                .isEmpty();
    }

    @Test
    void aDeclaredWorldIsFreshAsDeclaredOnceARequestWasMadeInIt() {
        var world = sim.world("\"balanceUsd\":7");
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        verifier.setUp("job " + JOB + " is processing", "apiKey", world.apiKey());
        var account =
                sim.control().get("/worlds/" + world.apiKey() + "/account").json();
        assertThat(account.path("balanceUsd").asText()).isEqualTo("6.45");
        assertThat(world.api().post("/video/retrieve", TICKET).status()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutAKeyStaysWithoutOne() {
        verifier.setUp("a funded key");
        assertThat(sim.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
    }

    @Test
    void aRefusedKeyIsRefusedUnderAnyName() {
        verifier.setUp("an invalid key");
        assertThat(queue().status()).isEqualTo(401);
    }

    @Test
    void theReplyCarriesWhatGeneratorsMayAskFor() {
        var told = verifier.setUp("a download link").json();
        assertThat(told.path("downloadPath").asText()).startsWith("/v1/share/read/");
        assertThat(told.path("downloadUrl").asText())
                .isEqualTo(sim.simulator().origin() + told.path("downloadPath").asText());
        assertThat(told.path("queueId").asText()).matches("[0-9a-f-]{36}");
        assertThat(told.path("model").asText()).isEqualTo("grok-imagine-text-to-video-private");
        assertThat(sim.root().get(told.path("downloadPath").asText()).header("Content-Type"))
                .isEqualTo("video/mp4");
    }

    @Test
    void aJobThatAStateMadeIsPaidForAndRefunded() {
        var key = verifier.value(verifier.setUp("a job that is refused by the provider"), "apiKey")
                .asText();
        var account = sim.control().get("/worlds/" + key + "/account").json();
        assertThat(account.path("balanceUsd").asText()).isEqualTo("100");
        assertThat(account.path("ledger"))
                .extracting(line -> line.path("type").asText())
                .containsExactly("REFUND", "CHARGE");
    }

    @Test
    void aWalletSignsInAndPays() {
        var told = verifier.setUp("a wallet with 0.60 USD").json();
        var wallet = sim.api().with("SIGN-IN-WITH-X", told.path("signInWithX").asText());
        assertThat(wallet.post("/video/queue", Requests.WAN).header("X-Balance-Remaining"))
                .isEqualTo("0.050000");
        var paid = sim.api()
                .with("PAYMENT-SIGNATURE", told.path("paymentSignature").asText())
                .post("/x402/top-up", "");
        assertThat(paid.json().path("data").path("amountCredited").asText()).isEqualTo("5");
        assertThat(paid.json().path("data").path("walletAddress").asText())
                .isEqualToIgnoringCase(told.path("walletAddress").asText());
    }

    @Test
    void theSameRequestOfAnotherKeyIsAnotherClients() {
        verifier.setUp("an empty balance");
        assertThat(verifier.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
        assertThat(sim.api("a-stranger").post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
        assertThat(verifier.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
    }
}
