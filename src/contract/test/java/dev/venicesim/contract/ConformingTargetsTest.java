package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.http.Target;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that conforms is not suspected, whatever legal values it has. */
class ConformingTargetsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void agrees(Consumer<SimulatorConfig.Builder> settings, Change change) {
        try (var checked = Checked.as(TestEditions.AUGUST, settings);
                var meddler = new Meddler(checked.baseUrl(), change)) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing()).isEmpty();
            assertThat(report.notes()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("legal")
    void agreesWithWhatIsLegal(LegalTargets.Row legal) {
        agrees(config -> config.trustForwarded(true), legal.change().get());
    }

    static List<LegalTargets.Row> legal() {
        return LegalTargets.all();
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void agreesWithOneWhoseClockIsSecondsOff(int seconds) {
        try (var checked = Checked.as(TestEditions.AUGUST)) {
            TimeSource off = new TimeSource() {
                @Override
                public Instant now() {
                    return checked.clock().now().plusSeconds(seconds);
                }

                @Override
                public long nanos() {
                    return checked.clock().nanos();
                }
            };
            var manner = new Target.Manner(
                    Duration.ofSeconds(150), off, checked.clock().pause());
            var report = checked.run(Target.at(checked.baseUrl(), Optional.of(Checked.KEY), manner), "5");
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing()).isEmpty();
        }
    }

    static Stream<Arguments> targets() {
        Change none = (asked, reply) -> reply;
        Change otherHeaders = (asked, reply) -> reply.with("x-served-by", "edge-17")
                .with("server", "cloudflare")
                .with("cf-ray", UUID.randomUUID().toString().replace("-", "").substring(0, 16) + "-MAD");
        return Stream.of(
                target("behind a proxy", config -> {}, none),
                target("with headers of others", config -> {}, otherHeaders),
                target("with little money", config -> config.balance("7.35"), none),
                target("with slow jobs", config -> config.jobTime("3m"), none),
                target("with jobs that count polls", config -> config.jobTime("polls:5"), none));
    }

    private static Arguments target(String says, Consumer<SimulatorConfig.Builder> settings, Change change) {
        Consumer<SimulatorConfig.Builder> all = config -> settings.accept(config.trustForwarded(true));
        return Arguments.of(Named.of(says, all), change);
    }
}
