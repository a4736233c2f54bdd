package dev.venicesim.acceptance.variants;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every outcome there is: read and written by its label, taken by scenario files, and seen by a client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOutcomeTest {

    static final Iterable<String> LABELS = OutcomeJson.LABELS;

    @AutoClose
    private final Sim sim = Sim.start();

    @Test
    void isReadUnderSomeLabel() {
        Map<Class<?>, String> read = OutcomeJson.LABELS.stream()
                .collect(toMap(label -> OutcomeJson.read(new TextNode(label)).getClass(), label -> label));
        assertThat(read.keySet())
                .as("outcomes that OutcomeJson reads under its LABELS")
                .containsExactlyInAnyOrder(Outcome.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @FieldSource("LABELS")
    void isWrittenAsItIsRead(String label) {
        var outcome = OutcomeJson.read(new TextNode(label));
        assertThat(outcome.label()).isEqualTo(label);
        assertThat(OutcomeJson.read(OutcomeJson.write(outcome))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @FieldSource("LABELS")
    void isTakenByScenarioFilesAndSeenByTheClient(String label) {
        var seen = seen(label);
        if (label.equals("completes")) {
            assertThat(seen).startsWith("200 video/mp4");
        } else {
            assertThat(seen).as("what a client sees of the outcome " + label).isNotEqualTo(seen("completes"));
        }
    }

    private String seen(String label) {
        var world = sim.frozenWorld("\"seed\":1");
        var set = world.control().put("/scenario", "jobTime: 40s\njobs: [{ outcome: { " + label + ": {} } }]");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
        world.advance("41s");
        var answer = world.api().post("/video/retrieve", ticket);
        return answer.status() + " " + answer.header("Content-Type") + " " + answer.bytes().length;
    }
}
