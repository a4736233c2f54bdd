package dev.venicesim.cli;

import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.recording.Recording;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.kit.contract.target.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Saves a target's catalogue and quotes. */
@Command(
        name = "record",
        description = {
            "Saves a target's catalogue and quotes as files that serve --models and --prices take. Needs no key.",
            "Exits 0 when they are saved, 2 on misuse, 3 if the target cannot be reached."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class RecordCommand implements Callable<Integer> {

    @Option(names = "--target", required = true, paramLabel = "URL", description = "Base URL as clients take it.")
    private String target = "";

    @Option(names = "--models", paramLabel = "FILE", description = "Gets the models list.")
    private @Nullable Path models;

    @Option(names = "--prices", paramLabel = "FILE", description = "Gets price rows made from quotes.")
    private @Nullable Path prices;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Keeps the quotes as they come, so that an interrupted run is taken up where it stopped.")
    private @Nullable Path resume;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LogLevel.quiet();
        try {
            record();
            return 0;
        } catch (IllegalArgumentException | WholeFile.CannotWriteException e) {
            throw CommandFailure.misuse(e);
        } catch (Trouble trouble) {
            throw CommandFailure.unreachable(trouble);
        }
    }

    private void record() throws InterruptedException {
        if (models == null && prices == null) {
            throw new IllegalArgumentException("nothing to record; give --models, --prices or both");
        }
        var out = spec.commandLine().getOut();
        var recording = new Recording(Target.at(target, Optional.empty(), Target.Manner.real()), out::println);
        var list = recording.models();
        if (models != null) {
            WholeFile.write(models, Recording.file(list));
            out.println("saved " + list.path("data").size() + " models in " + models);
        }
        if (prices != null) {
            var rows = recording.prices(list, Optional.ofNullable(resume));
            WholeFile.write(prices, Recording.file(rows));
            out.println("saved " + rows.path("rows").size() + " price rows in " + prices);
        }
        out.flush();
    }
}
