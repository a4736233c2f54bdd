package dev.venicesim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    static Stream<Arguments> faults() {
        var lognormal = new Latency.Lognormal(Duration.ofMillis(300), 0.8, Duration.ofSeconds(5), 7);
        return Stream.of(
                arguments("{\"delay\":\"3s\"}", new Fault.Delay(new Latency.Fixed(Duration.ofSeconds(3)))),
                arguments(
                        "{\"delay\":{\"median\":\"300ms\",\"sigma\":0.8,\"max\":\"5s\",\"seed\":7}}",
                        new Fault.Delay(lognormal)),
                arguments("{\"throttle\":{\"bytesPerSecond\":1000}}", new Fault.Throttle(1000)),
                arguments(
                        "{\"respond\":{\"status\":502,\"body\":\"<html>\",\"headers\":{\"X-A\":\"b\"}}}",
                        new Fault.Respond(502, TextNode.valueOf("<html>"), Map.of("X-A", "b"))),
                arguments("{\"reset\":{}}", new Fault.Reset()),
                arguments("{\"reset\":{\"afterBytes\":10}}", new Fault.ResetInside(10)),
                arguments("{\"truncate\":{\"afterBytes\":10}}", new Fault.Truncate(10)),
                arguments("{\"garbage\":{\"bytes\":10,\"seed\":3}}", new Fault.Garbage(10, 3)),
                arguments("{\"contentType\":\"text/html\"}", new Fault.ContentType("text/html")),
                arguments("{\"hang\":{}}", new Fault.Hang()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void readsEveryFault(String json, Fault fault) {
        assertThat(read(json)).isEqualTo(fault);
    }

    @Test
    void strikesAfterTheRequestOnlyIfItSpoilsTheReply() {
        assertThat(read("{\"truncate\":{}}").phase()).isEqualTo(FaultPhase.AFTER);
        assertThat(read("{\"reset\":{\"afterBytes\":0}}").phase()).isEqualTo(FaultPhase.AFTER);
        assertThat(read("{\"reset\":{}}").phase()).isEqualTo(FaultPhase.BEFORE);
        assertThat(read("{\"delay\":\"1s\"}").phase()).isEqualTo(FaultPhase.BEFORE);
    }

    @Test
    void answersWithTheApisOwnBodyUnlessToldOtherwise() {
        assertThat(body("{\"respond\":{\"status\":429}}")).isEqualTo("{\"error\":\"Rate limit exceeded\"}");
        assertThat(body("{\"respond\":{\"status\":401}}")).isEqualTo("{\"error\":\"Authentication failed\"}");
        assertThat(body("{\"respond\":{\"status\":403}}"))
                .isEqualTo(
                        "{\"error\":\"The specified model is unavailable in your region. Use of Tor, VPNs, proxies, or other means to circumvent this restriction is a violation of our Terms of Service.\"}");
        assertThat(body("{\"respond\":{\"status\":413}}")).contains("\"code\":\"PAYLOAD_TOO_LARGE\"");
        assertThat(body("{\"respond\":{\"status\":418}}")).isEqualTo("{\"error\":\"Simulated 418\"}");
        assertThat(body("{\"respond\":{\"status\":204}}")).isEqualTo("{}");
        assertThat(body("{\"respond\":{\"status\":500,\"body\":null}}")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"respond\":{\"status\":99}}",
                "{\"respond\":{\"status\":200,\"headers\":{\"a b\":\"c\"}}}",
                "{\"respond\":{\"status\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}}",
                "{\"throttle\":{\"bytesPerSecond\":0}}",
                "{\"garbage\":{\"bytes\":99999999999}}",
                "{\"contentType\":\"a\\nb\"}",
                "{\"delay\":\"25h\"}",
                "{\"delay\":{\"median\":\"1s\",\"sigma\":9}}",
                "{\"delay\":7}",
                "{\"truncate\":{\"afterBytes\":-1}}",
                "{\"explode\":{}}"
            })
    void refusesWhatNoWireCanDo(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsDelaysAroundTheirMedianAndNeverAboveTheirMost() {
        var latency = new Latency.Lognormal(Duration.ofMillis(300), 0.5, Duration.ofSeconds(1), 7);
        var drawn = LongStream.range(0, 2001).mapToObj(latency::of).sorted().toList();
        assertThat(drawn.get(1000)).isBetween(Duration.ofMillis(280), Duration.ofMillis(320));
        assertThat(drawn.get(1800)).isBetween(Duration.ofMillis(510), Duration.ofMillis(630));
        assertThat(drawn.get(2000)).isEqualTo(Duration.ofSeconds(1));
        assertThat(latency.of(5)).isEqualTo(latency.of(5)).isNotEqualTo(latency.of(6));
    }

    @Test
    void makesTheSameNoiseFromTheSameSeed() {
        assertThat(new Fault.Garbage(64, 1).bytes())
                .isEqualTo(new Fault.Garbage(64, 1).bytes())
                .hasSize(64);
        assertThat(new Fault.Garbage(64, 1).bytes()).isNotEqualTo(new Fault.Garbage(64, 2).bytes());
        assertThat(new Fault.Garbage(0, 1).bytes()).isEmpty();
    }

    private static String body(String json) {
        return ((Fault.Respond) read(json)).body().toString();
    }

    private static Fault read(String json) {
        var object = Json.trusted(json.getBytes(StandardCharsets.UTF_8));
        var label = object.fieldNames().next();
        return FaultJson.read(label, object.get(label));
    }
}
