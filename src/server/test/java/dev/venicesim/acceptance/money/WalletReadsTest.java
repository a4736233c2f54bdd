package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletReadsTest {

    @Test
    void showsANewWalletNothing() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var answer = payer.api().get("/x402/balance/" + payer.wallet().address());
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"success\":true,\"data\":{\"walletAddress\":\"" + payer.address()
                                    + "\",\"balanceUsd\":0,\"canConsume\":false,\"minimumTopUpUsd\":5,\"suggestedTopUpUsd\":10}}");
            assertThat(answer.header("X-Balance-Remaining")).isEqualTo("0.000000");
        }
    }

    @Test
    void leavesTheRemainingBalanceOutWhereTheQuirkSaysSo() {
        try (var sim = Sim.start(config -> config.quirk("balance-remaining", "off"))) {
            var payer = Payer.onBase(sim);
            assertThat(payer.api().get("/x402/balance/" + payer.address()).header("X-Balance-Remaining"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance", "transactions"})
    void wantsTheSignInOfTheWalletItself(String read) {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var other = Payer.onSolana(sim);
            var path = "/x402/" + read + "/";
            var missing = sim.api("sk-any").get(path + payer.address());
            assertThat(missing.status()).isEqualTo(401);
            assertThat(missing.json().path("error").asText()).isEqualTo("Invalid Sign-in-with-x signature");
            var foreign = payer.api().get(path + other.address());
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.json().path("error").asText())
                    .isEqualTo("You can only access resources for your own wallet");
            var malformed = payer.api().get(path + "0x12");
            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.json().at("/details/walletAddress/_errors/0").asText())
                    .isEqualTo("Invalid");
            assertThat(malformed.json().at("/issues/0").toString())
                    .isEqualTo(
                            "{\"validation\":\"regex\",\"code\":\"invalid_string\",\"message\":\"Invalid\",\"path\":[\"walletAddress\"]}");
        }
    }

    @Test
    void saysWhatWasObservedWhereQuirksSaySo() {
        try (var sim =
                Sim.start(config -> config.quirk("missing-sign-in", "402").quirk("wallet-mismatch-text", "balance"))) {
            var payer = Payer.onBase(sim);
            var missing = sim.api().get("/x402/balance/" + payer.address());
            assertThat(missing.status()).isEqualTo(402);
            var body = missing.json();
            assertThat(body.fieldNames())
                    .toIterable()
                    .containsExactly("x402Version", "error", "resource", "accepts", "extensions", "authOptions");
            assertThat(body.path("accepts")).isEmpty();
            var info = body.at("/extensions/sign-in-with-x/info");
            assertThat(info.path("uri").asText())
                    .isEqualTo(sim.simulator().baseUrl() + "/x402/balance/" + payer.address());
            assertThat(info.path("statement").asText()).isEqualTo("Sign in to Venice AI");
            assertThat(info.path("nonce").asText()).matches("[0-9a-f]{16}");
            assertThat(missing.header("PAYMENT-REQUIRED")).isNotEmpty();
            var foreign = payer.api().get("/x402/balance/" + Payer.onBase(sim).address());
            assertThat(foreign.json().path("error").asText())
                    .isEqualTo("You can only access balance for your own wallet");
        }
    }

    @Test
    void offersNoncesThatAStrictLibraryRefusesWhereTheQuirkSaysSo() {
        try (var sim =
                Sim.start(config -> config.quirk("missing-sign-in", "402").quirk("sign-in-nonce", "url-safe"))) {
            var payer = Payer.onBase(sim);
            for (var reply : List.of(
                    sim.api().get("/x402/balance/" + payer.address()),
                    sim.api().get("/x402/transactions/" + payer.address()),
                    sim.api().post("/video/queue", Requests.WAN))) {
                assertThat(reply.status()).isEqualTo(402);
                assertThat(reply.json()
                                .at("/extensions/sign-in-with-x/info/nonce")
                                .asText())
                        .matches("[A-Za-z0-9_-]{21}")
                        .contains("-");
            }
        }
    }

    @Test
    void turnsThePagesOfTransactions() {
        try (var sim = Sim.start(config -> config.quirk("wallet-charge", "on-accept"))) {
            var payer = Payer.onBase(sim);
            payer.topUp(5);
            payer.api().post("/video/queue", Requests.WAN);
            payer.api().post("/video/queue", Requests.WAN);
            var path = "/x402/transactions/" + payer.address();
            var first = payer.api().get(path + "?limit=2").json().path("data");
            assertThat(first.path("transactions").findValuesAsText("balanceAfter"))
                    .containsExactly("3.9", "4.45");
            assertThat(first.path("pagination").toString()).isEqualTo("{\"limit\":2,\"offset\":0,\"hasMore\":true}");
            var second = payer.api().get(path + "?limit=2&offset=2").json().path("data");
            assertThat(second.path("transactions").findValuesAsText("type")).containsExactly("TOP_UP");
            assertThat(second.at("/pagination/hasMore").asBoolean()).isFalse();
            var bad = payer.api().get(path + "?limit=0&offset=x");
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.json().path("issues").findValuesAsText("message"))
                    .containsExactly("Number must be greater than or equal to 1", "Expected number, received nan");
        }
    }

    @Test
    void chargesOnAcceptanceAndRefundsWhereTheQuirkSaysSo() {
        try (var sim =
                Sim.start(config -> config.quirk("wallet-charge", "on-accept").jobTime("polls:0"))) {
            var payer = Payer.onBase(sim);
            payer.topUp(5);
            var queued = payer.api().post("/video/queue", Requests.wan("[sim:refused]"));
            assertThat(payer.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(422);
            assertThat(payer.account().path("ledger").findValuesAsText("type"))
                    .containsExactly("REFUND", "CHARGE", "TOP_UP");
        }
    }

    @Test
    void usesASignInOnce() {
        try (var sim = Sim.start(config -> config.quirk("sign-in-codes", "on"))) {
            var payer = Payer.onBase(sim);
            var once = sim.api().with("X-Sign-In-With-X", payer.signIn());
            assertThat(once.get("/x402/balance/" + payer.address()).status()).isEqualTo(200);
            assertThat(once.get("/x402/balance/" + payer.address()).status()).isEqualTo(401);
            assertThat(once.post("/video/retrieve", "{}").json().path("code").asText())
                    .isEqualTo("X402_SIGN_IN_NONCE_REUSED");
        }
    }

    @Test
    void judgesSignInsByTheWorldsClockWhereAWorldWantsThat() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var then = Instant.parse("2001-09-09T01:46:40Z");
            var world = sim.world("\"walletAddress\":\"" + payer.wallet().address() + "\",\"clock\":{\"at\":\"" + then
                    + "\",\"frozen\":true},\"signInClock\":\"world\"");
            var path = "/x402/balance/" + payer.address();
            var now = payer.wallet().signIn(sim.simulator().baseUrl(), then);
            assertThat(sim.api().with("SIGN-IN-WITH-X", now).get(path).status()).isEqualTo(200);
            assertThat(payer.api().get(path).status()).as("signed by real time").isEqualTo(401);
            var late = payer.wallet().signIn(sim.simulator().baseUrl(), then);
            world.advance("301s");
            assertThat(sim.api().with("SIGN-IN-WITH-X", late).get(path).status())
                    .isEqualTo(401);
            var challenged = sim.api()
                    .with(
                            "SIGN-IN-WITH-X",
                            payer.wallet().signIn(sim.simulator().baseUrl(), then.plusSeconds(301)))
                    .post("/video/queue", Requests.WAN);
            assertThat(challenged.json().at("/siwxChallenge/info/issuedAt").asText())
                    .isEqualTo("2001-09-09T01:51:41.000Z");
        }
    }

    @Test
    void letsAWalletGoBeforeAKeyAndKeepsTheirMoneyApart() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var world = sim.world("\"apiKey\":\"sk-both\",\"walletAddress\":\""
                    + payer.wallet().address() + "\"");
            payer.topUp(5);
            var queued = payer.api().with("Authorization", "Bearer sk-both").post("/video/queue", Requests.WAN);
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(queued.header("x-venice-balance-usd"))
                    .as("the wallet's, not the key's")
                    .isEqualTo("5");
            assertThat(world.balanceUsd()).isEqualTo("100");
            assertThat(payer.account().path("heldUsd").asText()).isEqualTo("0.55");
        }
    }

    @Test
    void tellsAWalletInHeadersWhatItHadBeforeTheRequest() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            payer.topUp(5);
            var told = payer.api().post("/video/queue", Requests.WAN);
            assertThat(told.header("x-venice-balance-usd")).isEqualTo("5");
            assertThat(told.header("x-venice-balance-diem")).isEqualTo("0");
            assertThat(payer.api().post("/video/queue", "{}").header("x-venice-balance-usd"))
                    .as("as the wallet reads it")
                    .isEqualTo(payer.account().path("balanceUsd").asText());
        }
    }

    @Test
    void limitsTheRoutesOfWalletsWhereTheQuirkSaysSo() {
        try (var sim = Sim.start(config -> config.quirk("wallet-limits", "observed"))) {
            var payer = Payer.onBase(sim);
            for (var i = 0; i < 10; i++) {
                assertThat(sim.api().post("/x402/top-up", "").status()).isEqualTo(402);
            }
            assertThat(sim.api().post("/x402/top-up", "").json().toString())
                    .isEqualTo("{\"error\":\"Rate limit exceeded. Please try again later.\"}");
            assertThat(statuses(20, payer, "transactions")).containsOnly(200);
            assertThat(statuses(1, payer, "transactions")).containsOnly(429);
            assertThat(statuses(30, payer, "balance")).containsOnly(200);
            assertThat(statuses(1, payer, "balance")).containsOnly(429);
        }
    }

    private static List<Integer> statuses(int calls, Payer payer, String read) {
        return IntStream.range(0, calls)
                .mapToObj(i ->
                        payer.api().get("/x402/" + read + "/" + payer.address()).status())
                .toList();
    }
}
