package dev.venicesim.cli;

import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.contract.diff.CallScript;
import dev.venicesim.contract.diff.DiffPlan;
import dev.venicesim.contract.diff.DiffReport;
import dev.venicesim.contract.diff.DiffRun;
import dev.venicesim.contract.http.Target;
import dev.venicesim.json.Json;
import dev.venicesim.json.NamedFile;
import dev.venicesim.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Option(
            names = "--quirk",
            paramLabel = "NAME=VALUE",
            description = "A quirk that the simulator has at another value than its edition; repeatable.")
    private Map<String, String> quirks = new LinkedHashMap<>();

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
    private SpendingOption spending = new SpendingOption();

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
        // refuses what is no quirk before anything is asked
        QuirkSettings.of(edition.edition()).with(quirks);
        var plan = new DiffPlan(edition.edition(), quirks, used, calls, spending.cap());
        var asked = target.target(key.key(System.getenv()), Target.Manner.real());
        report.prepare();
        out().println("venice-sim diff: " + asked.baseUrl() + " and edition " + edition.edition() + ", seed " + used);
        out().flush();
        var simulators = new OwnSimulators(edition.edition());
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
        report.write("diff.json", text(found.json()));
        found.found()
                .ifPresent(difference -> report.write(
                        "diff-" + found.seed() + ".json",
                        text(difference.conversation().json())));
    }

    private static String text(com.fasterxml.jackson.databind.JsonNode json) {
        return new String(Json.bytes(json), StandardCharsets.UTF_8) + "\n";
    }
}
