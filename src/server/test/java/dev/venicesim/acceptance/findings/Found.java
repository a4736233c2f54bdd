package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import java.util.ArrayList;
import java.util.List;

/** What a world's findings say. */
final class Found {

    private Found() {}

    /** The findings of one rule; what other rules say is not asked. */
    static List<JsonNode> of(Sim.World world, String rule) {
        var found = new ArrayList<JsonNode>();
        for (var finding : world.control().get("/findings").json().path("findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                found.add(finding);
            }
        }
        return found;
    }

    static void none(Sim.World world, String rule) {
        assertThat(of(world, rule)).isEmpty();
    }

    /**
     * The one finding of a rule, which has all a finding owes its reader: dollars, a line for each request that shows
     * it, a page to read on.
     */
    static JsonNode one(Sim.World world, String rule, long... requests) {
        assertThat(of(world, rule)).hasSize(1);
        var finding = of(world, rule).get(0);
        assertThat(finding.path("says").asText()).isNotBlank();
        assertThat(finding.path("costUsd").isNumber()).isTrue();
        assertThat(finding.path("severity").asText()).isIn("error", "warning", "info");
        var numbers = new ArrayList<Long>();
        finding.path("requests").forEach(n -> numbers.add(n.asLong()));
        assertThat(numbers.stream().mapToLong(Long::longValue).toArray()).isEqualTo(requests);
        assertThat(finding.path("evidence")).hasSize(requests.length);
        for (int i = 0; i < requests.length; i++) {
            assertThat(finding.path("evidence").path(i).asText()).startsWith("#" + requests[i] + " 20");
        }
        var page = new Http(finding.path("docs").asText()).get("");
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        assertThat(page.text()).startsWith("## " + rule + "\n").doesNotContain("\n## ");
        assertThat(finding.path("api").asText()).startsWith("https://docs.venice.ai/api-reference");
        return finding;
    }
}
