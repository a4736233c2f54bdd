package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.report.HtmlReport;
import dev.venicesim.contract.report.JunitXml;
import dev.venicesim.contract.report.QuirkFile;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

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
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        assertThat(dom)
                .content()
                .contains("retrieve.unknown-id", "--quirk unknown-queue-id=400", "<td><code>status</code></td>");
    }

    @Test
    void buildServersCanReadTheXml() throws Exception {
        var xml = JunitXml.of(differing()).getBytes(StandardCharsets.UTF_8);
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
        var suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(suite.getAttribute("hostname")).isEqualTo("127.0.0.1");
        // of an unknown id and of one with an unlisted model
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    @Test
    void aHostThatIsNoHostNameStandsInTheXmlAsItIs() {
        for (var host : List.of("my_api", "[::1]", "api.venice.ai")) {
            var report = new RunReport(
                    "http://" + host + ":8080/api/v1",
                    TestEditions.JUNE,
                    Instant.EPOCH,
                    List.of(),
                    Usd.ZERO,
                    Usd.ZERO,
                    Optional.empty(),
                    List.of());
            assertThat(JunitXml.of(report)).contains(" hostname=\"" + host + "\"");
        }
    }

    @Test
    void theQuirkFileIsArgumentsOfServe() {
        assertThat(QuirkFile.of(differing())).startsWith("# ").endsWith("\n--quirk unknown-queue-id=400\n");
    }

    private static RunReport differing() {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk("unknown-queue-id", "400"))) {
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
