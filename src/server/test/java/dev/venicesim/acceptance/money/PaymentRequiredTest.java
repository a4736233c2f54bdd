package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRequiredTest {

    private static final String JOB = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"none\"}";
    private static final String TALK = "{\"url\":\"https://youtu.be/dQw4w9WgXcQ\"}";
    private static final Map<String, String> BODIES =
            Map.of("queue", Requests.WAN, "retrieve", JOB, "complete", JOB, "transcriptions", TALK);

    @ParameterizedTest
    @ValueSource(strings = {"queue", "retrieve", "complete", "transcriptions"})
    void invitesACallerWithoutCredentials(String route) throws IOException {
        try (var sim = Sim.start()) {
            var answer = sim.api().post("/video/" + route, BODIES.get(route));
            assertThat(answer.status()).isEqualTo(402);
            var body = answer.json();
            assertThat(body.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("x402Version", "error", "resource", "accepts", "extensions", "authOptions");
            assertThat(body.path("error").asText()).isEqualTo("Payment required");
            assertThat(body.at("/resource/url").asText())
                    .isEqualTo(sim.simulator().baseUrl() + "/video/" + route);
            assertThat(body.path("accepts").findValuesAsText("amount")).containsExactly("10000000", "10000000");
            var info = body.path("extensions").path("sign-in-with-x").path("info");
            assertThat(info.path("domain").asText())
                    .isEqualTo("127.0.0.1:" + sim.simulator().port());
            assertThat(info.path("uri").asText())
                    .isEqualTo(body.at("/resource/url").asText());
            assertThat(header(answer).properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("x402Version", "error", "resource", "accepts", "extensions");
        }
    }

    @Test
    void saysAuthenticationRequiredWhereTheQuirkSaysSo() {
        try (var sim = Sim.start(config -> config.quirk("discovery-text", "authentication"))) {
            var answer = sim.api().post("/video/queue", Requests.WAN);
            assertThat(answer.json().path("error").asText()).isEqualTo("Authentication required");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "transcriptions"})
    void tellsAWalletBelowTheFloorHowToTopUp(String route) throws IOException {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            payer.topUp(5);
            payer.credit("0.099999");
            var answer = payer.api().post("/video/" + route, BODIES.get(route));
            assertThat(answer.status()).as("%s", answer).isEqualTo(402);
            var body = answer.json();
            assertThat(body.path("reason").asText()).isEqualTo("insufficient_balance");
            assertThat(body.path("currentBalanceUsd").asText()).isEqualTo("0.099999");
            assertThat(body.path("minimumBalanceUsd").asText()).isEqualTo("0.1");
            assertThat(body.at("/siwxChallenge/info/uri").asText())
                    .isEqualTo(sim.simulator().baseUrl() + "/video/" + route);
            assertThat(header(answer).path("accepts")).hasSize(2);
            assertThat(answer.header("X-Balance-Remaining")).isEmpty();
        }
    }

    @Test
    void tellsAWalletBetweenFloorAndPriceThePlainTextOnly() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            payer.topUp(5);
            payer.credit("0.10");
            var answer = payer.api().post("/video/queue", Requests.WAN);
            assertPlain(answer, "Insufficient USD or Diem balance");
            assertThat(payer.api().post("/video/transcriptions", TALK).status()).isEqualTo(200);
        }
    }

    @Test
    void letsAWalletFetchWhatItSpentItsLastCreditOn() {
        try (var sim = Sim.start(config -> config.jobTime("polls:0"))) {
            var payer = Payer.onBase(sim);
            payer.topUp(5);
            payer.credit("0.55");
            var queued = payer.api().post("/video/queue", Requests.WAN);
            assertThat(queued.header("X-Balance-Remaining")).isEqualTo("0.000000");
            assertThat(payer.api().post("/video/queue", Requests.WAN).status()).isEqualTo(402);
            var video = payer.api().post("/video/retrieve", Requests.ticket(queued));
            assertThat(video.header("Content-Type")).as("%s", video).isEqualTo("video/mp4");
            assertThat(payer.api()
                            .post("/video/complete", Requests.ticket(queued))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sk-broke-1, Insufficient USD or Diem balance to complete request., INSUFFICIENT_BALANCE",
        "sk-spend-limit-1, API key USD spend limit exceeded., API_KEY_USD_SPEND_LIMIT_EXCEEDED"
    })
    void refusesMagicKeysInPlainText(String key, String text, String code) {
        try (var sim = Sim.start()) {
            assertPlain(sim.api(key).post("/video/queue", Requests.WAN), text);
        }
        try (var sim = Sim.start(config -> config.quirk("error-codes", "on"))) {
            var answer = sim.api(key).post("/video/queue", Requests.WAN);
            assertThat(answer.json().path("code").asText()).isEqualTo(code);
        }
    }

    @Test
    void refusesAKeyWhoseDiemLimitKeepsBackWhatWouldPay() {
        try (var sim = Sim.start()) {
            assertPlain(sim.api("sk-broke-1").post("/video/transcriptions", TALK), "Insufficient USD or Diem");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYMENT-SIGNATURE", "X-402-Payment", "X-PAYMENT"})
    void takesNoPaymentOnInferenceRoutes(String header) {
        try (var sim = Sim.start()) {
            var answer = sim.api("sk-any").with(header, "e30=").post("/video/queue", Requests.WAN);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("error").asText()).isEqualTo("PAYMENT_HEADER_NOT_ACCEPTED");
        }
    }

    private static void assertPlain(Http.Answer answer, String text) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(402);
        assertThat(answer.json().properties()).extracting(Map.Entry::getKey).containsExactly("error");
        assertThat(answer.json().path("error").asText()).startsWith(text);
        assertThat(answer.header("PAYMENT-REQUIRED")).isEmpty();
    }

    private static JsonNode header(Http.Answer answer) throws IOException {
        return Json.read(Base64.getDecoder().decode(answer.header("PAYMENT-REQUIRED")));
    }
}
