package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import dev.venicesim.journal.finding.FindingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of {@code docs/findings.md}: one for each rule, and none besides. */
class RulePagesTest {

    private static final String HEADING = "## ";

    @Test
    void everyRuleHasANameOfItsOwnAndASectionAndNoSectionIsWithoutItsRule() throws IOException {
        assertThat(FindingRules.names()).doesNotHaveDuplicates();
        assertThat(sections())
                .as("sections of docs/findings.md, against the rules in Rules")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(FindingRules.names());
    }

    private static List<String> sections() throws IOException {
        return Files.readAllLines(Path.of("docs/findings.md")).stream()
                .filter(line -> line.startsWith(HEADING))
                .map(line -> line.substring(HEADING.length()))
                .toList();
    }

    @Test
    void everyRuleIsServedByItself() {
        try (var sim = Sim.start()) {
            assertThat(FindingRules.names()).allSatisfy(rule -> {
                var page = sim.control().get("/rules/" + rule);
                assertThat(page.status()).as("%s", page).isEqualTo(200);
                assertThat(page.text()).startsWith(HEADING + rule + "\n").doesNotContain("\n" + HEADING);
                assertThat(page.text()).as("what to do instead").contains("Instead: ");
            });
            assertThat(sim.control().get("/rules/no-such-rule").status()).isEqualTo(404);
        }
    }
}
