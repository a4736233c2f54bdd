package dev.venicesim.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Contract;
import dev.venicesim.kit.contract.report.ContractPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ContractPageTest {

    /** Run with {@code -Dvenice-sim.write-docs} to write the page anew. */
    @Test
    void thePageSaysWhatTheChecksSay() throws IOException {
        var page = Path.of("docs", "CONTRACT.md");
        if (System.getProperty("venice-sim.write-docs") != null) {
            Files.writeString(page, ContractPage.markdown());
        }
        assertThat(page).hasContent(ContractPage.markdown());
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
        assertThat(ContractPage.markdown()).doesNotContain("): .").contains("- `wallet-charge` (");
    }

    @Test
    void everyCheckHasAnIdOfItsOwn() {
        assertThat(Contract.all()).extracting(Check::id).doesNotHaveDuplicates();
    }
}
