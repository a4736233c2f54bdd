package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.fault.Fault;
import dev.venicesim.fault.FaultPhase;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLoaderTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    @Test
    void readsEverySetting() {
        var settings = load("""
                edition: 2026-08-21
                balanceUsd: 5.00
                diem: 2.5
                spendLimitUsd: 1
                walletBalanceUsd: 0.04
                jobTime: polls:3
                mediaLifetime: 2m
                clock: { at: 2026-06-17T10:00:00Z, frozen: true, scale: 60 }
                signInClock: world
                limits: { queue: 3 }
                links: { lifetime: PT1M, fetches: 1 }
                consent: { version: v2.1 }
                quirks: { complete: 400, bare-seconds: accept }
                faces: { "https://example.com/a.png": [face, minor] }
                seed: 7
                """).settings();
        assertThat(settings.edition()).contains(TestEditions.AUGUST);
        assertThat(settings.money()).isEqualTo(new ScenarioSettings.Money(usd("5"), usd("2.5"), usd("1"), usd("0.04")));
        assertThat(settings.jobTime()).contains(new Pace.Polls(3));
        assertThat(settings.mediaLifetime()).contains(Duration.ofMinutes(2));
        assertThat(settings.clock().at()).contains(Instant.parse("2026-06-17T10:00:00Z"));
        assertThat(settings.clock().frozen()).isTrue();
        assertThat(settings.clock().scale()).hasValue(60);
        assertThat(settings.signInClock()).isTrue();
        assertThat(settings.limits().queue()).hasValue(3);
        assertThat(settings.limits().on()).contains(true);
        assertThat(settings.links().lifetime()).contains(Duration.ofMinutes(1));
        assertThat(settings.consent().version()).contains("v2.1");
        assertThat(settings.quirks().get(ApiQuirk.COMPLETE)).isEqualTo("400");
        assertThat(settings.faces()).containsEntry("https://example.com/a.png", Set.of("face", "minor"));
        assertThat(settings.seed()).hasValue(7);
    }

    @Test
    void readsTheExampleOfTheDesign() {
        var scenario = load("""
                description: The provider refuses.
                jobs:
                  - when: { model: "seedance-*" }
                    time: 40s
                    outcome: { refused: { recommendedModel: wan-2.6-text-to-video } }
                faults:
                  - on: retrieve
                    nth: 2
                    respond: { status: 503 }
                """);
        assertThat(scenario.jobs().get(0).outcome())
                .contains(new Outcome.Refused(Optional.of("wan-2.6-text-to-video"), Optional.empty()));
        var fault = scenario.faults().get(0);
        assertThat(fault.when().endpoint()).contains("retrieve");
        assertThat(fault.when().nth()).contains(new MatchOrdinal.These(Set.of(2L)));
        assertThat(fault.phase()).isEqualTo(FaultPhase.BEFORE);
        assertThat(((Fault.Respond) fault.fault()).body().path("error").asText())
                .isEqualTo("The model is at capacity. Please try again later.");
    }

    @Test
    void readsJsonIndentedWithTabs() {
        assertThat(load("{\n\t\"limits\":\t\"off\",\n\t\"description\": \"a\\/b \\ud83d\\ude00\"\n}"))
                .satisfies(scenario ->
                        assertThat(scenario.settings().limits().on()).contains(false))
                .satisfies(scenario -> assertThat(scenario.description()).isEqualTo("a/b \ud83d\ude00"));
    }

    @Test
    void leavesOutWhatIsLeftOut() {
        var scenario = load("description: nothing\n");
        assertThat(scenario.settings()).isEqualTo(ScenarioSettings.NONE);
        assertThat(scenario.jobs()).isEmpty();
        assertThat(scenario.faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereAMistakeIsAndHowToMendIt(String yaml, String message) {
        assertThat(refused(yaml)).hasMessage(message);
    }

    static List<org.junit.jupiter.params.provider.Arguments> mistakes() {
        return List.of(
                mistake(
                        "description: x\nbalanceUSD: 5",
                        "2:1: unknown key \"balanceUSD\"; did you mean \"balanceUsd\"?"),
                mistake(
                        "jobs:\n  - when: { modell: x }",
                        "2:13: unknown key \"modell\" in jobs[0].when; did you mean \"model\"?"),
                mistake(
                        "links: { zzzzzz: 1 }",
                        "1:10: unknown key \"zzzzzz\" in links; there are lifetime, fetches, perMinute, addresses"),
                mistake(
                        "jobTime: 5 parsecs",
                        "1:10: jobTime is \"5 parsecs\"; write realistic, a duration such as 40s, or polls:2"),
                mistake(
                        "jobs:\n- time: 40",
                        "2:9: jobs[0].time is 40; write realistic, a duration such as 40s, or polls:2"),
                mistake(
                        "jobs:\n- outcome: explodes",
                        "2:12: jobs[0].outcome is \"explodes\"; write one of completes, refused, rejected, failed, atCapacity, "
                                + "unfetchable, stuck, purged, placeholder, or a mapping with one of them"),
                mistake(
                        "jobs:\n- outcome: { refused: { refund: true } }",
                        "2:25: unknown key \"refund\" in jobs[0].outcome.refused; did you mean \"refunded\"?"),
                mistake(
                        "faults:\n- on: retrieve",
                        "2:3: faults[0] names no fault, or more than one; write exactly one of delay, throttle, respond, reset, "
                                + "truncate, garbage, contentType, hang"),
                mistake(
                        "faults:\n- hang: {}\n  reset: {}",
                        "2:3: faults[0] names no fault, or more than one; write exactly one of delay, throttle, respond, reset, "
                                + "truncate, garbage, contentType, hang"),
                mistake(
                        "faults:\n- throttle: {}",
                        "2:13: faults[0].throttle lacks \"bytesPerSecond\"; write a mapping of bytesPerSecond"),
                mistake(
                        "faults:\n- truncate: {}\n  phase: before",
                        "2:3: faults[0] is refused: this fault spoils a reply, so its phase is after; correct it"),
                mistake(
                        "faults:\n- reset: {}\n  when: { chance: 0.5 }",
                        "3:19: faults[0].when.chance is random; add a seed, such as seed: 1, at the top of the scenario"),
                mistake(
                        "faults:\n- hang: {}\n  on: queue\n  when: { endpoint: queue }",
                        "4:21: faults[0].when.endpoint is said twice; keep on or when.endpoint"),
                mistake(
                        "quirks: { compleet: 400 }",
                        "1:11: no quirk is called \"compleet\"; did you mean \"complete\"?"),
                mistake(
                        "quirks: { complete: 500 }",
                        "1:21: quirks.complete is refused: quirk complete takes 200 or 400, not \"500\"; correct it"),
                mistake(
                        "jobs:\n- when: { prompt: \"(\" }",
                        "2:19: jobs[0].when.prompt is refused: not a regular expression of RE2: missing closing ); correct it"),
                mistake("seed: 1\nseed: 2", "2:1: key \"seed\" stands here twice; keep one"),
                mistake("a: &x 1\nb: *x", "1:4: an anchor; remove it"),
                mistake(
                        "- 1",
                        "1:1: the scenario is [1]; write a mapping such as: description: what this scenario shows"),
                mistake("", "1:1: the file is empty; write at least a description"),
                mistake(
                        "seed: 1\n---\nseed: 2",
                        "2:1: a second document begins; a scenario is one document; remove ---"),
                mistake(
                        "balanceUsd: 1e9",
                        "1:13: balanceUsd is \"1e9\"; write an amount of dollars such as 5.00, with at most six decimals"),
                mistake(
                        "balanceUsd: 0.0000001",
                        "1:13: balanceUsd is refused: not a whole number of micro-dollars: 1E-7; correct it"));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var refused = refused("colour: red\njobTime: soon\n");
        assertThat(refused.problems()).hasSize(2);
        assertThat(refused).hasMessageEndingWith("(and 1 more)").hasMessageStartingWith("test.yaml:1:1: ");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThat(refused("seed: 1\nlimits: {queue: 3"))
                .hasMessageStartingWith("test.yaml:2:")
                .hasMessageContaining("not YAML");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        assertThat(refused("[".repeat(100_000))).hasMessageContaining("nested too deeply");
        assertThat(refused("# " + "x".repeat(300_000))).hasMessageContaining("too large");
    }

    private static org.junit.jupiter.params.provider.Arguments mistake(String yaml, String message) {
        return org.junit.jupiter.params.provider.Arguments.of(yaml, "test.yaml:" + message);
    }

    private static ScenarioException refused(String yaml) {
        var refused = catchThrowableOfType(ScenarioException.class, () -> load(yaml));
        assertThat(refused).as("refusal of %s", yaml).isNotNull();
        return refused;
    }

    private static ScenarioDefinition load(String yaml) {
        return LOADER.load("test.yaml", yaml);
    }

    private static Optional<Usd> usd(String amount) {
        return Optional.of(Usd.parse(amount));
    }
}
