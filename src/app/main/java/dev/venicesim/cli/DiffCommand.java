package dev.venicesim.cli;

import dev.venicesim.contract.diff.CallScript;
import dev.venicesim.contract.diff.DiffPlan;
import dev.venicesim.contract.diff.DiffReport;
import dev.venicesim.contract.diff.DiffRun;
import dev.venicesim.contract.http.Target;
import dev.venicesim.json.NamedFile;
import dev.venicesim.time.TimeSource;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that holds the same random conversation with a simulator of its own and with a target. */
@Command(
        name = "diff",
        description = {
            "Asks a simulator of its own and a target the same random requests, and shows the fewest that part them.",
            "Nothing is paid without --max-usd. Exits 0 if they agree, 1 if they differ, 2 on misuse, 3 if the target "
                    + "cannot be reached or stops answering."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class DiffCommand extends ContractCommand {

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private QuirkOption quirks = new QuirkOption();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Makes the conversation of an earlier run again (default: a new one, which is printed).")
    private @Nullable Long seed;

    @Option(
            names = "--calls",
            defaultValue = "100",
            paramLabel = "N",
            description = "How many free requests there are (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Mixin
    private SpendingOptions spending = new SpendingOptions();

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Plays the conversation that an earlier run has kept in its report, instead of a random one.")
    private @Nullable Path replay;

    @Override
    int run() throws InterruptedException {
        var kept = Optional.ofNullable(replay).map(DiffCommand::read);
        var used = Optional.ofNullable(seed)
                .or(() -> kept.map(CallScript::seed))
                .orElseGet(() -> Math.floorMod(TimeSource.system().nanos(), 1_000_000_000L));
        var played = kept.map(script -> edition.editionOr("replay", script.edition()))
                .orElseGet(edition::edition);
        var plan = new DiffPlan(played, quirks.of(played), used, calls, spending.cap(), spending.ledger());
        var asked = target.target(key.key(System.getenv()), Target.Manner.real());
        report.prepare();
        out().println("venice-sim diff: " + asked.baseUrl() + " and edition " + played + ", seed " + used);
        out().flush();
        var simulators = new OwnSimulators(played);
        var found = kept.isPresent()
                ? DiffRun.again(asked, simulators, plan, kept.get())
                : DiffRun.of(asked, simulators, plan);
        found.lines().forEach(out()::println);
        write(found);
        return found.agrees() ? 0 : 1;
    }

    private static CallScript read(Path file) {
        var named = new NamedFile("replay", file, "a conversation that diff has kept");
        return named.used(() -> CallScript.read(named.json()));
    }

    private void write(DiffReport found) {
        report.write("diff.json", found.json());
        found.found()
                .ifPresent(difference -> report.write(
                        "diff-" + found.seed() + ".json",
                        difference.conversation().json()));
    }
}
