package dev.venicesim.billing.x402;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Vectors;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.X402Errors;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentRequiredTest {

    private static final Challenge CHALLENGE = new Challenge(
            "http://localhost:9090/api/v1/video/queue", "0123456789abcdef", Instant.parse("2026-11-23T10:00:00Z"));

    private static final String SIGN_IN = """
            {"info":{"domain":"localhost:9090","uri":"http://localhost:9090/api/v1/video/queue","version":"1","nonce":"0123456789abcdef",
              "issuedAt":"2026-11-23T10:00:00.000Z","expirationTime":"2026-11-23T10:05:00.000Z","statement":"Sign in to Venice AI"},
             "supportedChains":[{"chainId":"eip155:8453","type":"eip191"},{"chainId":"eip155:8453","type":"eip1271"},
              {"chainId":"solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp","type":"ed25519"}]}""";

    private static final String ACCEPTS = """
            [{"scheme":"exact","network":"eip155:8453","asset":"0x833589fcd6edb6e08f4c7c32d4f71b54bda02913","amount":"AMOUNT",
              "payTo":"0x2670b922ef37c7df47158725c0cc407b5382293f","maxTimeoutSeconds":300,"extra":{"name":"USD Coin","version":"2"}},
             {"scheme":"exact","network":"NETWORK","asset":"EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v","amount":"AMOUNT",
              "payTo":"8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL","maxTimeoutSeconds":300,
              "extra":{"name":"USD Coin","version":"2","feePayer":"BFK9TLC3edb13K6v4YyH3DwPb5DSUpkWvb7XnqCL9b4F"}}]""";

    private static final String ASKED = ACCEPTS.replace("AMOUNT", "10000000").replace("NETWORK", "solana");

    private static final String PROTOCOL = "{\"x402Version\":2,\"error\":\"Payment required\",\"resource\":{\"url\":"
            + "\"http://localhost:9090/api/v1/video/queue\",\"description\":\"Venice API\",\"mimeType\":\"application/json\"},"
            + "\"accepts\":" + ASKED + ",\"extensions\":{\"sign-in-with-x\":" + SIGN_IN + "}";

    @Test
    void tellsACallerWithoutCredentialsHowToPayAndSignIn() {
        var error = PaymentRequired.discovery(CHALLENGE, QuirkSettings.defaults());
        assertThat(error.status()).isEqualTo(402);
        assertThat(sent(error.body())).isEqualTo(json(PROTOCOL + """
                                        ,"authOptions":{"apiKey":{"header":"Authorization: Bearer YOUR_API_KEY",
                                          "getKey":"https://venice.ai/settings/api","docs":"https://docs.venice.ai/api-reference"},
                                         "x402Wallet":{"header":"SIGN-IN-WITH-X","legacyHeader":"X-Sign-In-With-X","topUp":"POST /api/v1/x402/top-up",
                                          "docs":"https://docs.venice.ai/api-reference/endpoint/x402/top-up"}}}"""));
        assertThat(header(error)).isEqualTo(json(PROTOCOL + "}"));
    }

    @Test
    void saysWhatWasObservedWhereTheQuirkAsks() {
        var error =
                PaymentRequired.discovery(CHALLENGE, QuirkSettings.defaults().with("discovery-text", "authentication"));
        assertThat(error.body().path("error").asText()).isEqualTo("Authentication required");
    }

    @Test
    void tellsAWalletBelowTheFloorWhatItHasAndWhatToDo() {
        var error = PaymentRequired.belowFloor(Usd.ofCents(1), CHALLENGE);
        assertThat(sent(error.body())).isEqualTo(json("""
                                {"error":"Payment required","code":"PAYMENT_REQUIRED","reason":"insufficient_balance","message":"Insufficient x402 balance",
                                 "currentBalanceUsd":0.01,"minimumBalanceUsd":0.1,"description":"Venice API","suggestedTopUpUsd":10,"minimumTopUpUsd":5,
                                 "supportedTokens":["USDC"],"supportedChains":["base","solana"],
                                 "topUpInstructions":{"step1":"POST /api/v1/x402/top-up with no payment header to get payment requirements",
                                  "step2":"Choose a payment option from accepts and sign a USDC transfer authorization using the x402 SDK (createPaymentHeader)",
                                  "step3":"POST /api/v1/x402/top-up with the signed PAYMENT-SIGNATURE header",
                                  "receiverWallet":"0x2670B922ef37C7Df47158725C0CC407b5382293F","tokenAddress":"0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
                                  "tokenDecimals":6,"network":"eip155:8453","minimumAmountUsd":5},
                                 "siwxChallenge":""" + SIGN_IN + "}"));
        assertThat(header(error)).isEqualTo(json(PROTOCOL + "}"));
    }

    @Test
    void tellsTheTopUpRouteInBodyAndHeaderAlike() {
        var error = PaymentRequired.topUp();
        var accepts =
                ACCEPTS.replace("AMOUNT", "5000000").replace("NETWORK", "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp");
        assertThat(sent(error.body())).isEqualTo(json("{\"x402Version\":2,\"accepts\":" + accepts + "}"));
        assertThat(header(error)).isEqualTo(sent(error.body()));
    }

    @Test
    void takesAnyHostAndPathForTheChallenge() {
        var odd = new Challenge("https://[::1]:1/a b|c?d=e/f", "n", Instant.EPOCH);
        assertThat(odd.json().path("info").path("domain").asText()).isEqualTo("[::1]:1");
        assertThat(new Challenge("https://h", "n", Instant.EPOCH)
                        .json()
                        .path("info")
                        .path("domain")
                        .asText())
                .isEqualTo("h");
    }

    @Test
    void answersACreditedPayment() {
        var vector = Vectors.load("payments-evm").get(0);
        var payment = Payments.verify(vector.path("header").asText(), Vectors.NOW)
                .fold(good -> good, refusal -> {
                    throw new AssertionError(refusal);
                });
        var reply = new TopUpReply(payment, Usd.ofMicros(22_500_000));
        assertThat(sent(reply.body()))
                .isEqualTo(json(
                        "{\"success\":true,\"data\":{\"walletAddress\":\"0x1e5091e64a668ecf03f07f365dfab0612df2806e\","
                                + "\"amountCredited\":5,\"newBalance\":22.5,\"paymentId\":\"" + payment.id() + "\"}}"));
        assertThat(decoded(reply.header()))
                .isEqualTo(json("{\"success\":true,\"network\":\"eip155:8453\","
                        + "\"payer\":\"0x1e5091e64a668ecf03f07f365dfab0612df2806e\",\"transaction\":\""
                        + payment.transactionHash() + "\"}"));
        assertThat(payment.transactionHash()).matches("0x[0-9a-f]{64}");
    }

    private static JsonNode header(ApiError error) {
        return decoded(error.headers().getOrDefault(X402Errors.PAYMENT_REQUIRED, ""));
    }

    private static JsonNode decoded(String base64) {
        return Json.trusted(HeaderBase64.decode(base64).orElseThrow());
    }

    /** As the client reads it, so that ten is ten whatever number type made it. */
    private static JsonNode sent(JsonNode body) {
        return Json.trusted(Json.bytes(body));
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.getBytes(StandardCharsets.UTF_8));
    }
}
