package dev.venicesim.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Contract;
import dev.venicesim.kit.contract.report.ContractPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void everyCheckHasAnIdOfItsOwn() {
        assertThat(Contract.all()).extracting(Check::id).doesNotHaveDuplicates();
    }
}
