package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.WrittenPage;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.Contract;
import dev.venicesim.contract.report.ContractPage;
import dev.venicesim.contract.report.UntriedBehaviour;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractPageTest {

    @Test
    void thePageSaysWhatTheChecksSay() {
        WrittenPage.holds("CONTRACT.md", ContractPage.markdown());
    }

    @Test
    void aRunAgainstTheRealApiIsToldWithDateAndEditionAndOneAgainstAnotherIsNot() throws IOException {
        var run = "{\"target\":\"%s\",\"edition\":\"2026-08-21\",\"startedAt\":\"2026-12-01T10:00:00Z\",\"checks\":["
                + "{\"id\":\"quote.number\",\"result\":\"agrees\"},{\"id\":\"quote.whole-cents\",\"result\":\"skipped\"}]}";
        var real = "[" + String.format(Locale.ROOT, run, "https://api.venice.ai/api/v1") + "]";
        assertThat(ContractPage.markdown(Json.read(real.getBytes(StandardCharsets.UTF_8)))
                        .lines())
                .anyMatch(line ->
                        line.startsWith("| `quote.number`") && line.contains("2026-12-01 as 2026-08-21: agrees"))
                .anyMatch(line -> line.startsWith("| `quote.whole-cents`") && line.contains("| never |"));
        var other = "[" + String.format(Locale.ROOT, run, "http://127.0.0.1:8080/api/v1") + "]";
        assertThat(ContractPage.markdown(Json.read(other.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ContractPage.markdown());
    }

    @Test
    void everyQuirkIsSettledByACheckOrHasAReasonWhyNot() {
        var page = ContractPage.markdown();
        assertThat(page.lines().filter(line -> line.endsWith("): .")))
                .as("quirks that no check settles and that have no reason in Unsettled")
                .isEmpty();
        assertThat(page).contains("- `wallet-charge` (");
    }

    @Test
    void everyHeadingAboutTheNewestEditionIsTriedByACheckOrHasAReasonWhyNot() throws IOException {
        var page = Path.of(UntriedBehaviour.PAGE);
        var headings = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();
        var sources = Contract.all().stream()
                .map(check -> check.claim().source() + " ")
                .collect(Collectors.joining());
        var untried = UntriedBehaviour.reasons().keySet();
        assertThat(headings)
                .hasSizeGreaterThan(25)
                .allSatisfy(heading -> assertThat(sources.contains(UntriedBehaviour.PAGE + "#" + heading + " ")
                                ^ untried.contains(heading))
                        .as(heading)
                        .isTrue());
        assertThat(headings).containsAll(untried);
    }

    @Test
    void everyCheckHasAnIdOfItsOwn() {
        assertThat(Contract.all()).extracting(Check::id).doesNotHaveDuplicates();
    }
}
