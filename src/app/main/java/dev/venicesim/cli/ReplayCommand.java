package dev.venicesim.cli;

import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.replay.ReplayReport;
import dev.venicesim.replay.RunPlayer;
import dev.venicesim.replay.Stage;
import dev.venicesim.replay.TargetPlayer;
import dev.venicesim.run.RunFile;
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
            "With --target, those that cost nothing are sent to a target instead, with your key.",
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

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "Base URL of a target as clients take it, such as https://api.venice.ai/api/v1.")
    private @Nullable String target;

    @Mixin
    private ServedTls tls = new ServedTls();

    @Mixin
    private KeyOptions key = new KeyOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var run = file.read();
        if (fork != null && target == null) {
            new ServedRun(run, port, spec.commandLine().getOut()).after(fork);
            return 0;
        }
        LogLevel.quiet();
        try {
            var report = target == null ? again(run) : before(target, run);
            var out = spec.commandLine().getOut();
            report.lines().forEach(line -> out.println(PlainText.of(line)));
            out.flush();
            if (report.played() == 0) {
                throw new IllegalArgumentException(
                        "run cannot be \"" + file + "\": none of its requests can be played");
            }
            return report.isSame() ? 0 : DIFFERS;
        } catch (IllegalArgumentException | TargetFailure e) {
            throw CommandFailure.misuse(e);
        }
    }

    private static ReplayReport again(RunFile run) throws InterruptedException {
        try (var player = RunPlayer.open(run, Stage.SAME)) {
            return ReplayReport.of(player.play());
        }
    }

    private ReplayReport before(String url, RunFile run) throws InterruptedException {
        if (fork != null) {
            throw new IllegalArgumentException("fork and target are both given; a fork is of the simulator, give one");
        }
        var secret = key.key(System.getenv());
        if (secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "target is given without a key; name the variable that holds one with --api-key-env");
        }
        var trust = tls.at(url, System.getenv());
        var before = Target.at(TargetOption.withPath(url), secret, Target.Manner.real(), trust);
        return new TargetPlayer(run, before).play();
    }
}
