package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.jobs.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagicPromptTest {

    @ParameterizedTest
    @CsvSource({"refused, refused", "fail, failed", "capacity, atCapacity", "stuck, stuck"})
    void readsEveryOutcome(String word, String label) {
        var magic = MagicPrompt.read("a lighthouse [sim:" + word + "] at dusk");
        assertThat(magic.outcome()
                        .map(found -> OutcomeJson.write(found).fieldNames().next()))
                .contains(label);
    }

    @Test
    void refusesWithRefundAndIsAtCapacityTwice() {
        assertThat(MagicPrompt.read("[sim:refused]").outcome())
                .contains(new Outcome.Refused(Optional.empty(), Optional.of(true)));
        assertThat(MagicPrompt.read("[sim:capacity]").outcome()).contains(new Outcome.AtCapacity(2));
    }

    @Test
    void readsSeveralInOnePrompt() {
        var magic = MagicPrompt.read("[sim:time=90s] boat [sim:violation][sim:stuck] [sim:fail] [sim:polls=3]");
        assertThat(magic)
                .isEqualTo(new MagicPrompt(
                        Optional.of(new Outcome.Stuck()),
                        Optional.of(new Pace.Timed(Duration.ofSeconds(90))),
                        true,
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[sim:]",
                "[sim:explode]",
                "[sim:time]",
                "[sim:time=soon]",
                "[sim:polls=-1]",
                "[sim:polls=99999999]",
                "[SIM:FAIL]",
                "sim:fail",
                "[sim:fail",
                "[sim:fail=1]",
                "[ sim:fail]"
            })
    void takesWhatIsMisspeltForText(String prompt) {
        var magic = MagicPrompt.read(prompt);
        assertThat(new MagicPrompt(magic.outcome(), magic.time(), magic.violation(), List.of()))
                .isEqualTo(MagicPrompt.read("a lighthouse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[sim:explode]",
                "[sim:time=banana]",
                "[sim:Refused]",
                "[sim:time]",
                "[sim:fail=1]",
                "[SIM:fail]",
                "[Sim:polls=3]",
                "[sim:late=nonsense]"
            })
    void tellsWhatLooksLikeAMarkerAndIsNone(String mark) {
        assertThat(MagicPrompt.read("a boat " + mark + " [sim:stuck]").unknown())
                .containsExactly(mark);
    }

    @Test
    void tellsNothingOfMarkersThatAreKnown() {
        assertThat(MagicPrompt.read("[sim:stuck] [sim:polls=3] [sim:fail]").unknown())
                .isEmpty();
    }

    @Property(tries = 300)
    void readsAnyPrompt(@ForAll String before, @ForAll String after) {
        assertThat(MagicPrompt.read(before + "[sim:stuck]" + after).outcome()).isPresent();
    }

    @Test
    void readsALongPromptOfHalfMarksAtOnce() {
        // in time with the square of its length it would not end before the suite's limit for tests that hang
        assertThat(MagicPrompt.read("[sim:".repeat(4_000_000)).outcome()).isEmpty();
    }
}
