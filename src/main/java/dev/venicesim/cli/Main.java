package dev.venicesim.cli;

import dev.venicesim.Version;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command {@code venice-sim}. */
@Command(
        name = "venice-sim",
        description = "Simulates Venice.ai's asynchronous video API: quote, queue, retrieve, complete.",
        versionProvider = Main.VersionLine.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            HealthcheckCommand.class,
            ScenarioCommand.class,
            CheckCommand.class,
            DriftCommand.class,
            RecordCommand.class
        })
public final class Main implements Runnable {

    /** The line {@code --version} prints. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"venice-sim " + Version.current()};
        }
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Prints the help, which is what a bare {@code venice-sim} asks for. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("serve")) {
            HeadStart.begin();
        }
        System.exit(commandLine(System.getenv()).execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        var line = new CommandLine(new Main());
        line.setDefaultValueProvider(new EnvironmentDefaults(environment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Main::misuse);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailure stop) {
                return complain(command.getErr(), stop.getMessage(), stop.exitCode());
            }
            throw failure;
        });
        return line;
    }

    private static int misuse(ParameterException failure, String[] args) {
        var line = failure.getMessage() + " (venice-sim "
                + failure.getCommandLine().getCommandName() + " --help)";
        return complain(failure.getCommandLine().getErr(), line, CommandFailure.MISUSE);
    }

    private static int complain(PrintWriter err, String message, int exitCode) {
        err.println("venice-sim: " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
        return exitCode;
    }
}
