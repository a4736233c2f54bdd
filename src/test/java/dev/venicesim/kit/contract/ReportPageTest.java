package dev.venicesim.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.report.HtmlReport;
import dev.venicesim.kit.contract.report.JunitXml;
import dev.venicesim.kit.contract.report.QuirkFile;
import dev.venicesim.kit.contract.run.Report;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    @Test
    void aBrowserShowsThePage(@TempDir Path folder) throws Exception {
        var browser = browser();
        assumeTrue(browser.isPresent(), "SKIPPED: no chromium on the path, so no browser has opened the report");
        var page = folder.resolve("check.html");
        WholeFile.write(page, HtmlReport.of(differing()));
        var dom = folder.resolve("dom.html").toFile();
        var process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(dom)
                .content()
                .contains("retrieve.unknown-id", "--quirk unknown-queue-id=400", "<td><code>status</code></td>");
    }

    @Test
    void buildServersCanReadTheXml() throws Exception {
        var xml = JunitXml.of(differing()).getBytes(StandardCharsets.UTF_8);
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void theQuirkFileIsArgumentsOfServe() {
        assertThat(QuirkFile.of(differing())).startsWith("# ").endsWith("\n--quirk unknown-queue-id=400\n");
    }

    private static Report differing() {
        try (var checked = Checked.as(Edition.E2026_06_17, config -> config.quirk("unknown-queue-id", "400"))) {
            return checked.run(checked.target(), "");
        }
    }

    private static Optional<Path> browser() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
