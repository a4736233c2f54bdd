package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountControlTest {

    @Test
    void showsAnAccountAsPromised() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"balanceUsd\":100");
            world.api().post("/video/queue", Requests.WAN);
            var account = world.control().get("/account").json();
            assertThat(account.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("balanceUsd", "heldUsd", "diem", "spendLimitUsd", "spentUsd", "ledger");
            assertThat(account.path("spentUsd").asText()).isEqualTo("0.55");
            assertThat(account.at("/ledger/0").properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("id", "at", "type", "amountUsd", "balanceUsd", "queueId", "model", "why");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"balanceUsd\":7}         | 7",
                "{\"addUsd\":2.5}           | 102.5",
                "{\"addUsd\":-100}          | 0",
                "{\"balanceUsd\":1,\"addUsd\":1} | 2",
                "{\"diem\":3}               | 100"
            })
    void changesAnAccount(String change, String balance) {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            var answer = world.control().patch("/account", change);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertThat(answer.json().path("balanceUsd").asText()).isEqualTo(balance);
            assertThat(world.balanceUsd()).isEqualTo(balance);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"balanceUsd\":-1}",
                "{\"addUsd\":-100.01}",
                "{\"addUsd\":1,\"diem\":-1}",
                "{\"balance\":5}",
                "{\"balanceUsd\":\"much\"}",
                "{\"spendLimitUsd\":-1}"
            })
    void changesNothingIfAnythingIsWrong(String change) {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            var answer = world.control().patch("/account", change);
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("detail").asText()).isNotEmpty();
            assertThat(world.balanceUsd()).isEqualTo("100");
            assertThat(world.control().get("/account").json().path("ledger")).isEmpty();
        }
    }

    @Test
    void meansTheWalletsAccountWhenThePathNamesTheWallet() {
        try (var sim = Sim.start()) {
            var payer = Payer.onBase(sim);
            var world = sim.world("\"apiKey\":\"sk-of-both\",\"walletAddress\":\""
                    + payer.wallet().address() + "\"");
            assertThat(payer.account().path("balanceUsd").asText()).isEqualTo("0");
            payer.credit("3");
            assertThat(payer.account().path("balanceUsd").asText()).isEqualTo("3");
            assertThat(world.balanceUsd()).isEqualTo("100");
            var limit = sim.control().patch("/worlds/" + payer.address() + "/account", "{\"spendLimitUsd\":1}");
            assertThat(limit.status()).isEqualTo(400);
        }
    }

    @Test
    void totalsWhatEverythingWouldHaveCostEvenInWorldsThatAreGone() {
        try (var sim = Sim.start(config -> config.maxWorlds(2).jobTime("polls:0"))) {
            assertThat(sim.control().get("/costs").text())
                    .isEqualTo("{\"usd\":0,\"byModel\":{},\"calls\":[],\"findings\":[]}");
            for (var key : new String[] {"sk-1", "sk-2", "sk-3", "sk-4"}) {
                sim.api(key).post("/video/queue", Requests.WAN);
            }
            var reset = sim.world("\"apiKey\":\"sk-5\"");
            reset.api().post("/video/queue", Requests.PRIVATE_GROK);
            reset.control().post("/reset", "");
            sim.api("sk-6").post("/video/queue", Requests.wan("[sim:fail]"));
            var costs = sim.control().get("/costs").json();
            assertThat(costs.at("/byModel/wan-2.6-text-to-video").asText()).isEqualTo("2.2");
            assertThat(costs.path("byModel").size()).isEqualTo(2);
            assertThat(sim.simulator().bill())
                    .startsWith("venice-sim: in production this would have cost ")
                    .contains(System.lineSeparator() + "  wan-2.6-text-to-video                    2.20");
        }
    }
}
