package dev.venicesim.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody sends by mistake: each is the client's fault, and is told so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private static final String HUGE = "1e99999999999";

    @AutoClose
    private final Sim sim = Sim.start(config -> config.limits(false));

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "0", "\"\"", "{\"a\":[]}"})
    void refusesABodyOfMillionsOfValues(String value) {
        var values = (value + ",").repeat(8_000_000 / (value.length() + 1)) + value;
        var refused = sim.frozenWorld()
                .api()
                .post("/video/queue", Requests.WAN.replace("{\"model\"", "{\"elements\":[" + values + "],\"model\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"error\":\"Invalid JSON request\"}");
    }

    @Test
    void refusesAControlCallOfMillionsOfValues() {
        var values = "[],".repeat(2_000_000) + "[]";

        assertThat(sim.root()
                        .post("/__sim/worlds", "{\"faces\":[" + values + "]}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"keyframes|{\"a\":1}", "elements|{\"a\":1}", "keyframes|\"a\"", "elements|7", "keyframes|[[1]]"})
    void readsNoMediaWhereAFieldIsOfAnotherType(String field, String value) {
        for (var edition : new String[] {"2026-06-17", "2026-08-21"}) {
            var world = sim.frozenWorld("\"edition\":\"" + edition + "\"");
            var body = Requests.WAN.replace("{\"model\"", "{\"" + field + "\":" + value + ",\"model\"");

            assertThat(world.api().post("/video/queue", body).status()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HUGE, "-" + HUGE, "1e-99999999999", "1e999999999", "1e-999999999", "1e400"})
    void refusesANumberPastAllReason(String number) {
        assertThat(sim.root()
                        .post("/__sim/worlds", "{\"balanceUsd\":" + number + "}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.root().post("/__sim/worlds", "{\"seed\":" + number + "}").status())
                .isEqualTo(400);
        assertThat(sim.api()
                        .with("PAYMENT-SIGNATURE", base64("{\"x402Version\":" + number + "}"))
                        .post("/x402/top-up", "")
                        .status())
                .isBetween(400, 499);
        assertThat(sim.root()
                        .with("SIGN-IN-WITH-X", base64("{\"timestamp\":" + number + "}"))
                        .with("Content-Type", "application/json")
                        .send("POST", "/api/v1/video/retrieve", "{}".getBytes(UTF_8))
                        .status())
                .isBetween(400, 499);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void refusesAPactStateWithALongId() {
        // nobody stands in: the next request to this simulator belongs to another test
        var path = "/__sim/pact/states?standIn=false";
        var state = "{\"state\":\"the download link of job {queueId} was revoked\",\"params\":{\"queueId\":\"%s\"}}";

        assertThat(sim.root().post(path, state.formatted("x".repeat(128))).status())
                .isEqualTo(400);
        assertThat(sim.root().post(path, state.formatted("x".repeat(127))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z"
            })
    void refusesAClockThatNoClientCanRead(String instant) {
        var refused = sim.root().post("/__sim/worlds", "{\"clock\":{\"at\":\"" + instant + "\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("clock");
    }

    @Test
    void answersAPollCenturiesAfterTheLast() {
        var world = sim.world("\"clock\":{\"at\":\"1970-01-01T00:00:00Z\"}");
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.wan("[sim:time=365000d]")));
        for (var step : new String[] {"1s", "365000d", "365000d"}) {
            assertThat(world.api().post("/video/retrieve", ticket).status()).isIn(200, 404);
            assertThat(world.control()
                            .patch("/clock", "{\"advance\":\"" + step + "\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(world.api().post("/video/retrieve", ticket).status()).isIn(200, 404);
    }

    @Test
    void answersInAWorldWhoseClockCreepsTowardsAnInstantMillenniaAhead() {
        var world = sim.world("\"clock\":{\"scale\":1e-300},\"jobTime\":\"365000d\"");
        var queued = world.api().post("/video/queue", Requests.WAN);

        assertThat(queued.status()).isEqualTo(200);
        assertThat(world.api().post("/video/retrieve", Requests.ticket(queued)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/mappings/import|{}",
                "POST|/mappings/import|[]",
                "POST|/mappings|[]",
                "POST|/mappings|",
                "GET|/files/..%2Fx|",
                "POST|/requests/count|[]"
            })
    void tellsWhoMisusesTheStubsSo(String method, String path, String body) {
        var said = sim.root()
                .with("Content-Type", "application/json")
                .send(method, "/__sim/stubs/__admin" + path, (body == null ? "" : body).getBytes(UTF_8));

        assertThat(said.status()).as(said.text()).isBetween(400, 499);
    }
}
