package dev.venicesim.acceptance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadStateChangeTest {

    private static final Sim SIM = Sim.start();

    @AfterAll
    static void close() {
        SIM.close();
    }

    private final Verifier verifier = new Verifier(SIM);

    @Test
    void anUnknownStateIsNotFoundAndTheKnownOnesAreNamed() {
        var refused = verifier.setUp("the moon is full");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("detail").asText())
                .contains(
                        "\"the moon is full\"",
                        "\"a funded key\"",
                        "\"an empty balance\"",
                        "\"job {queueId} is completed\"",
                        "\"media with an attested face\"");
        assertThat(verifier.takeDown("the moon is full").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":|not JSON",
                "[]|not a JSON object",
                "{\"state\":7}|a state's name is a string, not 7",
                "{\"states\":[{\"params\":{}}]}|a state's name is a string",
                "{\"state\":\"a funded key\",\"action\":\"undo\"}|action is setup or teardown, not \"undo\"",
                "{\"state\":\"a funded key\",\"params\":[]}|params is an object",
                "{\"state\":\"a funded key\",\"params\":{\"usd\":{}}}|the parameter usd is a single value",
                "{\"state\":\"a funded key\",\"params\":{\"uds\":1}}|no parameter \"uds\"; there are apiKey, usd",
                "{\"state\":\"a funded key\",\"params\":{\"usd\":\"much\"}}|usd",
                "{\"state\":\"a funded key\",\"params\":{\"usd\":-1}}|below 0",
                "{\"state\":\"a funded key\",\"params\":{\"apiKey\":\" \"}}|apiKey is blank",
                "{\"state\":\"an invalid key\",\"params\":{\"apiKey\":\"k\"}}|leave out the parameter apiKey",
                "{\"state\":\"a job that is completed\",\"params\":{\"model\":\"no-such\"}}|has no model \"no-such\"",
                "{\"state\":\"a job that is refused by the provider\",\"params\":{\"refunded\":\"so\"}}|refunded is true or false",
                "{\"states\":[\"job a is completed\",\"job a is failed\"]}|one state for each job",
                "{\"state\":\"media with a face\",\"params\":{\"media\":\"a picture\"}}|media",
                "{\"state\":\"media with an attested face\",\"params\":{\"media\":\"a picture\"}}|media",
                "{\"state\":\"the rate limit of quote is used up\"}|endpoint is queue or retrieve",
                "{\"state\":\"scenario hapy\"}|did you mean \"happy\"",
                "{\"state\":\"quirk complete is 500\"}|takes 200 or 400",
                "{\"state\":\"quirk nonsense is 1\"}|no quirk is called",
                "{\"state\":\"edition 2020-01-01\"}|no edition is called",
            })
    void saysWhatIsWrong(String body, String says) {
        var refused = verifier.states(body);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains(says);
    }

    @Test
    void aStateThatCannotBeSetUpLeavesNothingBehind() {
        try (var sim = Sim.start()) {
            var bad = new Verifier(sim).states("{\"states\":[\"an empty balance\",\"edition 2020-01-01\"]}");
            assertThat(bad.status()).isEqualTo(400);
            assertThat(sim.control().get("/worlds").json().path("worlds")).isEmpty();
            assertThat(sim.api("any").post("/video/queue", Requests.WAN).status())
                    .isEqualTo(200);
        }
    }
}
