package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletPurchaseTest {

    @ParameterizedTest
    @CsvSource({"2026-06-17, base", "2026-06-17, solana", "2026-08-21, base", "2026-08-21, solana"})
    void takesAWalletFromNothingToAPlayableVideo(String edition, String chain) throws IOException {
        try (var sim = Sim.start(config -> config.edition(edition).jobTime("polls:1"))) {
            var payer = chain.equals("base") ? Payer.onBase(sim) : Payer.onSolana(sim);

            var discovery = sim.api().post("/video/queue", Requests.WAN);
            assertThat(discovery.status()).isEqualTo(402);
            assertThat(discovery.json().has("authOptions")).isTrue();

            var refused = payer.api().post("/video/queue", Requests.WAN);
            assertThat(refused.status()).as("%s", refused).isEqualTo(402);
            assertThat(refused.json().path("code").asText()).isEqualTo("PAYMENT_REQUIRED");
            assertThat(decoded(refused, "PAYMENT-REQUIRED").path("accepts")).hasSize(2);

            var paid = payer.topUp(5);
            assertThat(paid.status()).as("%s", paid).isEqualTo(200);
            assertThat(paid.json().path("data").path("newBalance").asText()).isEqualTo("5");
            assertThat(decoded(paid, "PAYMENT-RESPONSE").path("payer").asText()).isEqualTo(payer.address());

            var queued = payer.api().post("/video/queue", Requests.WAN);
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(queued.header("X-Balance-Remaining")).isEqualTo("4.450000");
            assertThat(balance(payer)).as("held, not charged").isEqualTo("5");

            var ticket = Requests.ticket(queued);
            var processing = payer.api().post("/video/retrieve", ticket);
            assertThat(processing.json().path("status").asText()).isEqualTo("PROCESSING");
            var video = payer.api().post("/video/retrieve", ticket);
            assertThat(video.header("Content-Type")).as("%s", video).isEqualTo("video/mp4");
            assertThat(video.header("X-Balance-Remaining")).isEqualTo("4.450000");
            assertThat(balance(payer)).isEqualTo("4.45");

            var rows = payer.api()
                    .get("/x402/transactions/" + payer.address())
                    .json()
                    .at("/data/transactions");
            assertThat(rows.findValuesAsText("type")).containsExactly("CHARGE", "TOP_UP");
            assertThat(rows.findValuesAsText("amount")).containsExactly("-0.55", "5");
            assertThat(rows.at("/0/requestId").asText())
                    .isEqualTo(queued.json().path("queue_id").asText());
            assertThat(payer.api().post("/video/complete", ticket).text()).isEqualTo("{\"success\":true}");
        }
    }

    private static String balance(Payer payer) {
        return payer.api()
                .get("/x402/balance/" + payer.wallet().address())
                .json()
                .at("/data/balanceUsd")
                .asText();
    }

    private static JsonNode decoded(Http.Answer answer, String header) throws IOException {
        return Json.read(Base64.getDecoder().decode(answer.header(header)));
    }
}
