package dev.venicesim.cli;

import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.recording.Recording;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that saves a target's catalogue and quotes. */
@Command(
        name = "record",
        description = {
            "Saves a target's catalogue and quotes as files that serve --models and --prices take. Needs no key.",
            "Exits 0 when they are saved, 2 on misuse, 3 if the target cannot be reached."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class RecordCommand extends ContractCommand {

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(names = "--models", paramLabel = "FILE", description = "Gets the models list.")
    private @Nullable Path models;

    @Option(names = "--prices", paramLabel = "FILE", description = "Gets price rows made from quotes.")
    private @Nullable Path prices;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps the quotes as they come, so that an interrupted run is taken up where it stopped.")
    private @Nullable Path resume;

    @Override
    int run() throws InterruptedException {
        if (models == null && prices == null) {
            throw new IllegalArgumentException("nothing to record; give --models, --prices or both");
        }
        var recording = new Recording(target.target(Optional.empty(), Target.Manner.real()), out()::println);
        var list = recording.models();
        if (models != null) {
            WholeFile.write(models, Recording.file(list));
            out().println("saved " + list.path("data").size() + " models in " + models);
        }
        if (prices != null) {
            var rows = recording.prices(list, Optional.ofNullable(resume));
            WholeFile.write(prices, Recording.file(rows));
            out().println("saved " + rows.path("rows").size() + " price rows in " + prices);
        }
        return 0;
    }
}
