package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopUpTest {

    @Test
    void saysWhatMayBePaidWhenNothingIs() throws IOException {
        try (var sim = Sim.start()) {
            var answer = sim.api().send("POST", "/x402/top-up", new byte[0]);
            assertThat(answer.status()).isEqualTo(402);
            assertThat(answer.json().properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("x402Version", "accepts");
            assertThat(answer.json().path("accepts").findValuesAsText("amount")).containsExactly("5000000", "5000000");
            assertThat(answer.json().path("accepts").findValuesAsText("network"))
                    .containsExactly("eip155:8453", "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp");
            assertThat(decoded(answer.header("PAYMENT-REQUIRED"))).isEqualTo(answer.json());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYMENT-SIGNATURE", "X-402-Payment", "X-PAYMENT"})
    void takesThePaymentFromAnyOfThreeHeaders(String header) {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var answer = payer.pay(header, payer.payment(10));
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            var data = answer.json().path("data");
            assertThat(data.path("walletAddress").asText()).isEqualTo(payer.address());
            assertThat(data.path("amountCredited").asText()).isEqualTo("10");
            assertThat(data.path("paymentId").asText()).matches("x402-[0-9a-f]{32}");
        }
    }

    @Test
    void takesTheFlatFormOfOlderClients() throws IOException {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var whole = (ObjectNode) decoded(payer.payment(7));
            var flat =
                    Json.object().put("x402Version", 2).put("scheme", "exact").put("network", "base");
            flat.set("payload", whole.path("payload"));
            var answer = payer.pay("X-402-Payment", encoded(flat));
            assertThat(answer.json().at("/data/newBalance").asText())
                    .as("%s", answer)
                    .isEqualTo("7");
        }
    }

    @Test
    void creditsAPaymentAtMostOnce() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var payment = payer.payment(5);
            assertThat(payer.pay("PAYMENT-SIGNATURE", payment).status()).isEqualTo(200);
            var again = payer.pay("X-402-Payment", payment);
            assertThat(again.status()).isEqualTo(402);
            // as the OpenAPI file has it: word for word what no payment is told
            assertThat(again.text())
                    .isEqualTo(payer.api().post("/x402/top-up", "").text());
            assertThat(again.json().fieldNames()).toIterable().containsExactly("x402Version", "accepts");
            assertThat(again.header("PAYMENT-RESPONSE")).isEmpty();
            assertThat(payer.account().path("balanceUsd").asText()).isEqualTo("5");
        }
    }

    @Test
    void namesAFailedPaymentByItsCodeWhereTheQuirkSaysSo() {
        try (var sim = Sim.start(config -> config.quirk("failed-top-up", "code"))) {
            var payer = Payer.onBase(sim);
            var payment = payer.payment(5);
            assertThat(payer.pay("PAYMENT-SIGNATURE", payment).status()).isEqualTo(200);
            var again = payer.pay("PAYMENT-SIGNATURE", payment);
            assertThat(again.status()).isEqualTo(402);
            assertThat(again.json().fieldNames()).toIterable().containsExactly("error", "message");
            assertThat(again.json().path("error").asText()).isEqualTo("SETTLEMENT_FAILED");
            assertThat(payer.account().path("balanceUsd").asText()).isEqualTo("5");
        }
    }

    @Test
    void creditsAPaymentOnceHoweverManySendItAtATime() throws Exception {
        try (var sim = Sim.start(config -> config.quirk("failed-top-up", "code"))) {
            var payer = Payer.onBase(sim);
            var payment = payer.payment(5);
            var errors = new ArrayList<String>();
            var good = 0;
            var pool = Executors.newFixedThreadPool(16);
            try {
                Callable<Http.Answer> pay = () -> payer.pay("PAYMENT-SIGNATURE", payment);
                for (var answer : pool.invokeAll(java.util.Collections.nCopies(64, pay))) {
                    if (answer.get().status() == 200) {
                        good++;
                    } else {
                        errors.add(answer.get().json().path("error").asText());
                    }
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(good).isEqualTo(1);
            // the failed-request budget of an address closes after twenty
            assertThat(errors)
                    .allMatch(error ->
                            List.of("PAYMENT_IN_PROGRESS", "SETTLEMENT_FAILED").contains(error)
                                    || error.startsWith("Too many failed attempts"));
            assertThat(payer.account().path("balanceUsd").asText()).isEqualTo("5");
        }
    }

    @ParameterizedTest
    @CsvSource({"4999999, AMOUNT_TOO_LOW", "10000000001, AMOUNT_TOO_HIGH"})
    void takesFromFiveToTenThousandDollars(long micros, String code) {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var payment = payer.wallet().pay(payer.accepts(), micros, Instant.now());
            assertRefused(payer.pay("PAYMENT-SIGNATURE", payment), code);
        }
    }

    @Test
    void namesWhatIsWrongWithAPayment() throws IOException {
        try (var sim = Sim.start(config -> config.limits(false))) {
            var payer = Payer.onBase(sim);
            var cases = Map.<String, Consumer<ObjectNode>>ofEntries(
                    Map.entry("INVALID_PAYMENT", node -> node.remove("payload")),
                    Map.entry("INVALID_PAYMENT_FORMAT", node -> node.remove("accepted")),
                    Map.entry("UNSUPPORTED_NETWORK", node -> accepted(node).put("network", "eip155:1")),
                    Map.entry("UNSUPPORTED_SCHEME", node -> accepted(node).put("scheme", "upto")),
                    Map.entry(
                            "UNSUPPORTED_TOKEN",
                            node -> accepted(node).put("asset", "0x000000000000000000000000000000000000dEaD")),
                    Map.entry(
                            "INVALID_PAYMENT_RECIPIENT",
                            node -> authorization(node).put("to", "0x000000000000000000000000000000000000dEaD")),
                    Map.entry("INVALID_AMOUNT", node -> authorization(node).put("value", "5.0")),
                    Map.entry(
                            "INVALID_PAYMENT_PAYER", node -> authorization(node).put("from", "me")),
                    Map.entry(
                            "PAYMENT_VERIFICATION_FAILED",
                            node -> authorization(node).put("validBefore", "1")));
            for (var one : cases.entrySet()) {
                var payment = (ObjectNode) decoded(payer.payment(5));
                one.getValue().accept(payment);
                assertRefused(payer.pay("PAYMENT-SIGNATURE", encoded(payment)), one.getKey());
            }
            assertRefused(payer.pay("PAYMENT-SIGNATURE", "%%%"), "INVALID_PAYMENT_FORMAT");
            assertThat(sim.control().get("/worlds/" + payer.address()).status())
                    .as("a refused payment makes no world")
                    .isEqualTo(404);
        }
    }

    @Test
    void findsASignatureThatIsNotThePayers() throws IOException {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var payment = (ObjectNode) decoded(payer.payment(5));
            authorization(payment).put("from", Payer.onBase(sim).address());
            var answer = payer.pay("PAYMENT-SIGNATURE", encoded(payment));
            assertRefused(answer, "PAYMENT_VERIFICATION_FAILED");
            assertThat(answer.json().at("/details/reason").asText()).isEqualTo("signature_mismatch");
        }
    }

    private static void assertRefused(Http.Answer answer, String code) {
        assertThat(answer.json().path("error").asText()).as("%s", answer).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isNotEmpty();
    }

    private static ObjectNode accepted(ObjectNode payment) {
        return (ObjectNode) payment.path("accepted");
    }

    private static ObjectNode authorization(ObjectNode payment) {
        return (ObjectNode) payment.at("/payload/authorization");
    }

    private static JsonNode decoded(String header) throws IOException {
        return Json.read(Base64.getDecoder().decode(header));
    }

    private static String encoded(JsonNode payment) {
        return Base64.getEncoder().encodeToString(Json.bytes(payment));
    }
}
