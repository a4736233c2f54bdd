package dev.venicesim.cli;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.replay.Stage;
import dev.venicesim.replay.UpgradeReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that plays a run in another edition and tells what changes for its client. */
@Command(
        name = "can-i-upgrade",
        description = {
            "Plays the requests of a run in another edition, or with other quirks, prices or models, and tells what "
                    + "changes for the client.",
            "Exits 0 if nothing does, 1 if something does, 2 on misuse."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CanIUpgradeCommand implements Callable<Integer> {

    private static final int CHANGES = 1;

    @Mixin
    private RunFileArgument file = new RunFileArgument();

    @Option(names = "--edition", paramLabel = "DATE", description = "The other edition, or latest.")
    private @Nullable String edition;

    @Option(
            names = "--quirk",
            paramLabel = "NAME=VALUE",
            description = "A quirk that has another value than it had; repeatable.")
    private Map<String, String> quirks = new LinkedHashMap<>();

    @Option(names = "--prices", paramLabel = "FILE", description = "Rows of prices, as serve takes them.")
    private @Nullable Path prices;

    @Option(names = "--models", paramLabel = "FILE", description = "A saved catalogue, as serve takes it.")
    private @Nullable Path models;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var run = file.read();
        LogLevel.quiet();
        try {
            var report = UpgradeReport.of(run, stage());
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(report.json());
            } else {
                report.lines().forEach(line -> out.println(PlainText.of(line)));
            }
            out.flush();
            if (report.requests() == 0) {
                throw new IllegalArgumentException(
                        "run cannot be \"" + file + "\": none of its requests can be played");
            }
            return report.isSame() ? 0 : CHANGES;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }

    private Stage stage() {
        var other = Optional.ofNullable(edition).map(CanIUpgradeCommand::edition);
        if (other.isEmpty() && quirks.isEmpty() && prices == null && models == null) {
            throw new IllegalArgumentException(
                    "can-i-upgrade wants to know what to: give --edition latest, --quirk, --prices or --models");
        }
        QuirkSettings.defaults().with(quirks);
        return new Stage(other, quirks, Optional.ofNullable(prices), Optional.ofNullable(models), 0);
    }

    private static ApiEdition edition(String named) {
        return ApiEdition.find(named)
                .orElseThrow(() -> new IllegalArgumentException(
                        "edition cannot be \"" + named + "\"; give " + ApiEdition.choices()));
    }
}
