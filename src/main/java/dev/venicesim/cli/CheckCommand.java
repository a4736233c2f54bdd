package dev.venicesim.cli;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.report.HtmlReport;
import dev.venicesim.kit.contract.report.JsonReport;
import dev.venicesim.kit.contract.report.JunitXml;
import dev.venicesim.kit.contract.report.QuirkFile;
import dev.venicesim.kit.contract.report.TerminalReport;
import dev.venicesim.kit.contract.run.ContractRun;
import dev.venicesim.kit.contract.run.Plan;
import dev.venicesim.kit.contract.run.Report;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the contract against a target. */
@Command(
        name = "check",
        description = {
            "Tries the contract against a target, free checks first. Paid ones run only with --max-usd.",
            "Exits 0 if it agrees, 1 if it differs, 2 on misuse, 3 if it cannot be reached."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CheckCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            required = true,
            paramLabel = "URL",
            description = "Base URL as clients take it, such as https://api.venice.ai/api/v1.")
    private String target = "";

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(
            names = "--edition",
            defaultValue = "2026-06-17",
            paramLabel = "DATE",
            description = "What it is compared with (default: ${DEFAULT-VALUE}).")
    private String edition = "2026-06-17";

    @Option(
            names = "--max-usd",
            paramLabel = "USD",
            description = "Runs paid checks too, spending no more than this in all.")
    private @Nullable String maxUsd;

    @Option(names = "--report", paramLabel = "DIR", description = "Gets check.html, check.json and check.xml (JUnit).")
    private @Nullable Path report;

    @Option(
            names = "--write-quirks",
            paramLabel = "FILE",
            description = "Gets the settings that make the simulator agree; serve @FILE takes it.")
    private @Nullable Path writeQuirks;

    @Option(names = "--only", paramLabel = "ID", description = "Tries this check alone; repeatable.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps the run's state, so that an interrupted one is taken up where it stopped.")
    private @Nullable Path resume;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LogLevel.quiet();
        try {
            var asked = Target.at(target, key.key(System.getenv()), Target.Manner.real());
            var terminal = new TerminalReport(spec.commandLine().getOut());
            var found = ContractRun.of(asked, plan(), terminal::ended);
            terminal.summary(found);
            write(found);
            return found.trouble().isPresent() ? CommandFailure.UNREACHABLE : found.agrees() ? 0 : 1;
        } catch (IllegalArgumentException | WholeFile.CannotWriteException e) {
            throw CommandFailure.misuse(e);
        }
    }

    private Plan plan() {
        var against = Edition.find(edition)
                .orElseThrow(() -> new IllegalArgumentException(
                        "edition cannot be \"" + edition + "\"; give 2026-06-17 or 2026-08-21"));
        return new Plan(against, Optional.ofNullable(maxUsd).map(CheckCommand::cap), only, Optional.ofNullable(resume));
    }

    private static Usd cap(String text) {
        try {
            var usd = Usd.parse(text);
            if (!usd.isNegative()) {
                return usd;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("max-usd cannot be \"" + text + "\"; give dollars, such as 2.50", e);
        }
        throw new IllegalArgumentException("max-usd cannot be \"" + text + "\"; give 0 or more dollars");
    }

    private void write(Report found) {
        if (report != null) {
            WholeFile.write(report.resolve("check.json"), JsonReport.of(found));
            WholeFile.write(report.resolve("check.xml"), JunitXml.of(found));
            WholeFile.write(report.resolve("check.html"), HtmlReport.of(found));
        }
        if (writeQuirks != null) {
            WholeFile.write(writeQuirks, QuirkFile.of(found));
        }
    }
}
