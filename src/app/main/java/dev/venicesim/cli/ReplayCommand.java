package dev.venicesim.cli;

import dev.venicesim.replay.ReplayReport;
import dev.venicesim.replay.RunPlayer;
import dev.venicesim.replay.Stage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that plays a run again and tells the first reply that is another one. */
@Command(
        name = "replay",
        description = {
            "Plays the requests of a run again, before a simulator of its own whose world begins as that one began.",
            "Exits 0 if every reply is the same, 1 if one differs, 2 on misuse."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ReplayCommand implements Callable<Integer> {

    private static final int DIFFERS = 1;

    @Mixin
    private RunFileArgument file = new RunFileArgument();

    @Option(
            names = "--fork",
            paramLabel = "N",
            description = "Serves the world as it stood after request N, as open does.")
    private @Nullable Long fork;

    @Option(names = "--port", paramLabel = "PORT", description = "Where --fork listens (default: a free port).")
    private int port;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var run = file.read();
        if (fork != null) {
            new ServedRun(run, port, spec.commandLine().getOut()).after(fork);
            return 0;
        }
        try (var player = RunPlayer.open(run, Stage.SAME)) {
            var report = ReplayReport.of(player.play());
            var out = spec.commandLine().getOut();
            report.lines().forEach(line -> out.println(PlainText.of(line)));
            out.flush();
            return report.isSame() ? 0 : DIFFERS;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }
}
