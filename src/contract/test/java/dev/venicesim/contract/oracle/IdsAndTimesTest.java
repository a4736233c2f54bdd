package dev.venicesim.contract.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsAndTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-02, 123e4567-e89b-42d3-a456-426614174000, false",
        "2026-10-02, 019d39c4-97d7-76b0-bc56-5ca8467cced1, true",
        "2026-08-21, 123e4567-e89b-42d3-a456-426614174000, true",
        "2026-06-17, 123e4567-e89b-42d3-a456-426614174000, true",
        "2026-06-17, 42, false"
    })
    void anEditionWithoutAFileOfItsOwnHandsOutIdsAsTheyWereSeen(String edition, String id, boolean agrees) {
        var body = "{\"model\":\"wan\",\"queue_id\":\"" + id + "\"}";
        var call = TargetRequest.post("/video/queue", "{\"model\":\"wan\"}", "application/json");
        var reply =
                new TargetReply(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        var exchange = new ObservedExchange(0, call, reply, Instant.EPOCH, Usd.ZERO);
        var reference = new Reference(
                ApiEdition.of(edition), "http://localhost", Json.object(), (schema, json) -> List.of(), Instant.EPOCH);
        assertThat(IdsAndTimes.ids(List.of(exchange), reference).isEmpty()).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T23:59:58Z, 2026-11-24T00:00:00.000Z, true",
        "2026-11-24T00:00:02Z, 2026-11-24T00:00:00.000Z, true",
        "2026-11-23T23:59:58Z, 2026-11-25T00:00:00.000Z, true",
        "2026-11-23T12:00:00Z, 2026-11-24T00:00:00.000Z, true",
        "2026-11-23T12:00:00Z, 2026-11-23T00:00:00.000Z, false",
        "2026-11-23T12:00:00Z, 2026-11-25T00:00:00.000Z, false",
        "2026-11-23T12:00:00Z, 2026-11-24T01:00:00.000Z, false"
    })
    void theNextEpochIsAMidnightAheadOfEitherClock(String at, String told, boolean agrees) {
        var body = "{\"data\":{\"nextEpochBegins\":\"" + told + "\"}}";
        var reply =
                new TargetReply(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        var exchange =
                new ObservedExchange(0, TargetRequest.get("/api_keys/rate_limits"), reply, Instant.parse(at), Usd.ZERO);
        var reference = new Reference(
                TestEditions.AUGUST, "http://localhost", Json.object(), (schema, json) -> List.of(), Instant.parse(at));
        assertThat(IdsAndTimes.times(List.of(exchange), reference).isEmpty()).isEqualTo(agrees);
    }
}
