package dev.venicesim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that shows a run in the console. */
@Command(
        name = "open",
        description = {
            "Plays a run and serves its world with the console, until it is told to stop.",
            "Clients can go on in it. Exits 2 on misuse."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private RunFileArgument file = new RunFileArgument();

    @Option(
            names = "--fork",
            paramLabel = "N",
            description = "The world as it stood after request N (default: after the last one).")
    private long fork = Long.MAX_VALUE;

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens (default: a free port).")
    private int port;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        new ServedRun(file.read(), port, spec.commandLine().getOut()).after(fork);
        return 0;
    }
}
