package dev.venicesim.cli;

import dev.venicesim.contract.WholeFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that says where a command leaves its reports, if anywhere. */
final class ReportOption {

    @Option(names = "--report", paramLabel = "DIR", description = "Gets the reports: HTML, JSON, and XML of check.")
    private @Nullable Path report;

    /** Makes sure before the work begins that there is room and permission. */
    void prepare() {
        if (report != null) {
            WholeFile.prepare(report);
        }
    }

    void write(String name, String text) {
        if (report != null) {
            WholeFile.write(report.resolve(name), text);
        }
    }
}
