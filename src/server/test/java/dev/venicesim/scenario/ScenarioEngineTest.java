package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.api.Operation;
import dev.venicesim.fault.Fault;
import dev.venicesim.fault.FaultPhase;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenarioEngineTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();
    private static final Instant NOW = Instant.parse("2026-06-17T10:00:00Z");

    @Test
    void letsTheFirstMatchingRuleWin() {
        var script = script("""
                jobs:
                  - when: { model: "seedance-*" }
                    outcome: stuck
                  - when: { model: "*-to-video" }
                    time: 7s
                """);
        assertThat(plan(script, "seedance-2-0-text-to-video", "a").outcome()).isEqualTo(new Outcome.Stuck());
        assertThat(plan(script, "seedance-2-0-text-to-video", "a").time()).isEmpty();
        assertThat(plan(script, "wan-2.6-text-to-video", "a").time()).contains(new Pace.Timed(Duration.ofSeconds(7)));
        assertThat(plan(script, "other", "a"))
                .isEqualTo(new JobPlan(Optional.empty(), Optional.empty(), new Outcome.Completes(), List.of()));
    }

    @Test
    void letsThePromptOverruleTheScenarioPointByPoint() {
        var script = script("jobs: [{ time: 7s, averageTime: 3s, outcome: stuck }]");
        assertThat(plan(script, "m", "x [sim:fail]").outcome()).isInstanceOf(Outcome.Fails.class);
        assertThat(plan(script, "m", "x [sim:fail]").time()).contains(new Pace.Timed(Duration.ofSeconds(7)));
        assertThat(plan(script, "m", "x [sim:polls=3]").time()).contains(new Pace.Polls(3));
        assertThat(plan(script, "m", "x [sim:polls=3]").averageTime()).isEmpty();
        assertThat(plan(script, "m", "x [sim:polls=3]").outcome()).isEqualTo(new Outcome.Stuck());
    }

    @Test
    void saysWhoDecided() {
        var script = script("jobs: [{ time: 7s }]");
        assertThat(plan(script, "m", "[sim:time=9s] [sim:stuck]").why())
                .containsExactly(
                        "the prompt asks for a job time of 9s",
                        "the prompt asks for its outcome",
                        "jobs[0] of scenario test decides about this job");
    }

    @Test
    void givesATimelineOfTheWorldsPaceUnlessItHasItsOwn() {
        var own = plan(script("jobs: [{ time: 10m, averageTime: 145s }]"), "m", "a");
        var line = own.timeline(new Pace.Polls(2), "m", NOW, JobTimes.KEEP);
        assertThat(line.endsAt()).contains(NOW.plusSeconds(600));
        assertThat(line.usual()).isEqualTo(Duration.ofSeconds(145));
        var none = plan(script("seed: 1"), "m", "a").timeline(new Pace.Polls(2), "m", NOW, JobTimes.KEEP);
        assertThat(none).isEqualTo(JobTimes.timeline(new Pace.Polls(2), "m", NOW));
    }

    @Test
    void countsWhatFitsARuleAndTakesTheNth() {
        assertThat(struck("faults: [{ on: retrieve, nth: 2, hang: {} }]", 5)).containsExactly(2L);
        assertThat(struck("faults: [{ on: retrieve, nth: [1, 3], hang: {} }]", 5))
                .containsExactly(1L, 3L);
        assertThat(struck("faults: [{ on: retrieve, nth: { every: 2 }, hang: {} }]", 5))
                .containsExactly(2L, 4L);
        assertThat(struck("faults: [{ on: retrieve, nth: { from: 4 }, hang: {} }]", 5))
                .containsExactly(4L, 5L);
        assertThat(struck("faults: [{ on: queue, nth: 1, hang: {} }]", 5)).isEmpty();
        assertThat(struck("faults: [{ hang: {} }]", 2)).containsExactly(1L, 2L);
    }

    @Test
    void countsOnlyRequestsThatFit() {
        var script = script("jobs: [{ when: { model: b, nth: 2 }, outcome: stuck }]");
        var seen = new ArrayList<String>();
        var counters = MatchCounters.EMPTY;
        for (var model : List.of("b", "a", "a", "b", "b")) {
            var planned = script.plan(new MatchInput(Operation.QUEUE, model, "p"), counters);
            seen.add(model + (planned.plan().outcome() instanceof Outcome.Stuck ? " stuck" : ""));
            counters = planned.counters();
        }
        assertThat(seen).containsExactly("b", "a", "a", "b stuck", "b");
    }

    @Test
    void drawsTheSameChancesFromTheSameSeed() {
        var yaml = "faults: [{ on: retrieve, when: { chance: 0.3 }, hang: {} }]\nseed: ";
        var first = struck(yaml + 7, 1000);
        assertThat(struck(yaml + 7, 1000)).isEqualTo(first);
        assertThat(struck(yaml + 8, 1000)).isNotEqualTo(first);
        assertThat(first).hasSizeBetween(250, 350);
    }

    @Test
    void tellsWhereAFaultStrikes() {
        var asked = new MatchInput(Operation.QUEUE, "m", "p");
        var strike = script("faults: [{ on: queue, phase: after, reset: {} }]")
                .fault(asked, MatchCounters.EMPTY, Instant.EPOCH)
                .strike()
                .orElseThrow();
        assertThat(strike.fault()).isEqualTo(new Fault.Reset());
        assertThat(strike.phase()).isEqualTo(FaultPhase.AFTER);
        assertThat(strike.why()).isEqualTo("faults[0] of scenario test strikes, after the request is carried out");
    }

    @Test
    void refusesPromptsAtOnceOrLater() {
        var script = script("""
                policy:
                  - words: [forbidden]
                  - prompt: "(?i)celebr(ity|ities)"
                    at: provider
                    refunded: true
                """);
        assertThat(script.policy("a FORBIDDEN scene").orElseThrow().later()).isEmpty();
        assertThat(script.policy("a nice scene")).isEmpty();
        assertThat(script.policy("a nice scene [sim:violation]")).isPresent();
        assertThat(plan(script, "m", "two Celebrities").outcome())
                .isEqualTo(new Outcome.Refused(Optional.empty(), Optional.of(true)));
        assertThat(plan(script, "m", "two Celebrities [sim:capacity]").outcome())
                .isEqualTo(new Outcome.AtCapacity(2));
    }

    private static List<Long> struck(String yaml, int requests) {
        var script = script(yaml);
        var struck = new ArrayList<Long>();
        var counters = new MatchCounters[] {MatchCounters.EMPTY};
        LongStream.rangeClosed(1, requests).forEach(n -> {
            var result = script.fault(new MatchInput(Operation.RETRIEVE, "m", ""), counters[0], Instant.EPOCH);
            counters[0] = result.counters();
            result.strike().ifPresent(strike -> struck.add(strike.n()));
        });
        return struck;
    }

    private static JobPlan plan(ScenarioEngine script, String model, String prompt) {
        return script.plan(new MatchInput(Operation.QUEUE, model, prompt), MatchCounters.EMPTY)
                .plan();
    }

    private static ScenarioEngine script(String yaml) {
        var scenario = LOADER.load("test.yaml", yaml);
        return ScenarioEngine.of(scenario, scenario.settings().seed().orElse(1));
    }
}
