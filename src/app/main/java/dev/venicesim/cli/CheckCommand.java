package dev.venicesim.cli;

import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.report.HtmlReport;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.contract.report.JunitXml;
import dev.venicesim.contract.report.MarkdownSummary;
import dev.venicesim.contract.report.QuirkFile;
import dev.venicesim.contract.report.TerminalProgress;
import dev.venicesim.contract.report.TerminalReport;
import dev.venicesim.contract.run.AdviceTrial;
import dev.venicesim.contract.run.Baseline;
import dev.venicesim.contract.run.Cancellation;
import dev.venicesim.contract.run.ContractRun;
import dev.venicesim.contract.run.RunOptions;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that tries the contract against a target. */
@Command(
        name = "check",
        description = {
            "Tries the contract against a target, free checks first. Paid ones run only with --max-usd.",
            "Exits 0 if it agrees, 1 if it differs, 2 on misuse, 3 if it cannot be reached or stops answering,",
            "or if no check could say anything."
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

    @Mixin
    private SpendingOptions spending = new SpendingOptions();

    @Mixin
    private QuirkOption quirks = new QuirkOption();

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--write-quirks",
            paramLabel = "FILE",
            description = "Gets the settings that make the simulator agree; serve @FILE takes it.")
    private @Nullable Path writeQuirks;

    @Option(names = "--only", paramLabel = "ID", description = "Tries this check, or group, alone; repeatable.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private NightlyOptions nightly = new NightlyOptions();

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
        var cap = spending.cap();
        var options = new RunOptions(nightly.skip(), quirks.of(edition.edition()), spending.ledger());
        var plan = new RunPlan(edition.edition(), cap, only, Optional.ofNullable(resume), options);
        if (nightly.lists()) {
            CheckList.of(plan).forEach(out()::println);
            return 0;
        }
        var baseline = nightly.baseline();
        var state = new StateFile(Optional.ofNullable(resume), cap.isPresent());
        var stop = new Cancellation(Pause.real());
        var manner = new Target.Manner(
                Target.Manner.real().patience(), TimeSource.system(), stop, plan.failuresBorne(), true);
        var asked = target.target(key.key(System.getenv()), manner);
        plan = new RunPlan(edition.edition(), cap, only, state.path(), options);
        prepare();
        var written = new CheckHistory(history.open(), report, asked.baseUrl(), plan.edition(), TimeSource.system());
        var terminal = new TerminalReport(out());
        var signal = ShutdownSignal.stopping(stop, out(), err());
        try {
            var progress = progress(terminal, plan);
            var advice = new AdviceTrial(new OwnSimulators(edition.edition()));
            var found = ContractRun.of(asked, plan, progress, advice);
            terminal.summary(found);
            state.ended(found).ifPresent(out()::println);
            out().flush();
            write(found);
            return written.ended(found, exit(found, baseline));
        } catch (TargetFailure failure) {
            written.unreachable();
            throw failure;
        } finally {
            signal.release();
        }
    }

    private TerminalProgress progress(TerminalReport terminal, RunPlan plan) {
        return new TerminalProgress(terminal, callers -> {
            out().println(CheckList.outlook(plan, callers));
            out().flush();
        });
    }

    /** What cannot be written is better known before anything is asked, or paid for. */
    private void prepare() {
        report.prepare();
        if (writeQuirks != null) {
            WholeFile.prepareFor(writeQuirks);
        }
    }

    /** A run in which nothing could be said is no green one. */
    private int exit(RunReport found, Baseline baseline) {
        if (found.targetFailure().isPresent()
                || found.agreeing() + found.differing().size() == 0) {
            return CommandFailure.UNREACHABLE;
        }
        var objections = baseline.objections(
                found, LocalDate.ofInstant(found.startedAt(), ZoneOffset.UTC), nightly.failsOnSkip());
        objections.forEach(objection -> out().println("red: " + objection));
        return objections.isEmpty() ? 0 : 1;
    }

    private void write(RunReport found) {
        report.write("check.json", JsonReport.of(found));
        report.write("check.xml", JunitXml.of(found));
        report.write("check.html", HtmlReport.of(found));
        report.write("check.md", MarkdownSummary.of(found));
        if (writeQuirks != null) {
            WholeFile.write(writeQuirks, QuirkFile.of(found));
        }
    }
}
