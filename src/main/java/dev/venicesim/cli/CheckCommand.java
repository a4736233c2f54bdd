package dev.venicesim.cli;

import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.report.HtmlReport;
import dev.venicesim.kit.contract.report.JsonReport;
import dev.venicesim.kit.contract.report.JunitXml;
import dev.venicesim.kit.contract.report.QuirkFile;
import dev.venicesim.kit.contract.report.TerminalProgress;
import dev.venicesim.kit.contract.report.TerminalReport;
import dev.venicesim.kit.contract.run.ContractRun;
import dev.venicesim.kit.contract.run.Plan;
import dev.venicesim.kit.contract.run.Report;
import dev.venicesim.kit.contract.run.Stop;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.money.Usd;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the contract against a target. */
@Command(
        name = "check",
        description = {
            "Tries the contract against a target, free checks first. Paid ones run only with --max-usd.",
            "Exits 0 if it agrees, 1 if it differs, 2 on misuse, 3 if it cannot be reached or stops answering."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CheckCommand extends ContractCommand {

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private EditionOption edition = new EditionOption();

    @Option(
            names = "--max-usd",
            paramLabel = "USD",
            description = "Runs paid checks too, spending no more than this in all.")
    private @Nullable String maxUsd;

    @Mixin
    private ReportOption report = new ReportOption();

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
            description = {
                "Keeps the run's state, so that an interrupted one is taken up where it stopped.",
                StateFile.USUAL + " in the working directory is that of a paid run without it, until it is through.",
                "Killed, it leaves the file, which names the jobs paid for: give it as --resume, or delete it; "
                        + "no other paid run starts beside it."
            })
    private @Nullable Path resume;

    @Override
    int run() throws InterruptedException {
        var cap = Optional.ofNullable(maxUsd).map(CheckCommand::cap);
        var state = new StateFile(Optional.ofNullable(resume), cap.isPresent());
        var stop = new Stop(Pause.real());
        var manner = new Target.Manner(Target.Manner.real().patience(), TimeSource.system(), stop);
        var asked = target.target(key.key(System.getenv()), manner);
        var plan = new Plan(edition.edition(), cap, only, state.path());
        prepare();
        var terminal = new TerminalReport(out());
        var signal = Signal.stopping(stop, err());
        try {
            var found = ContractRun.of(asked, plan, new TerminalProgress(terminal));
            terminal.summary(found);
            state.ended(found).ifPresent(out()::println);
            out().flush();
            write(found);
            return found.trouble().isPresent() ? CommandFailure.UNREACHABLE : found.agrees() ? 0 : 1;
        } finally {
            signal.release();
        }
    }

    /** What cannot be written is better known before anything is asked, or paid for. */
    private void prepare() {
        report.prepare();
        if (writeQuirks != null) {
            WholeFile.prepareFor(writeQuirks);
        }
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
        report.write("check.json", JsonReport.of(found));
        report.write("check.xml", JunitXml.of(found));
        report.write("check.html", HtmlReport.of(found));
        if (writeQuirks != null) {
            WholeFile.write(writeQuirks, QuirkFile.of(found));
        }
    }
}
