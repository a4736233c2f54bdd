package dev.venicesim.cli;

import dev.venicesim.Version;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    private static final Map<String, Class<?>> COMMANDS = commands();

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
        System.exit(commandLine(System.getenv(), args).execute(args));
    }

    /**
     * What executes these arguments. Of the commands it has the one they call: to read what all of them take is a tenth
     * of a start.
     */
    static CommandLine commandLine(Map<String, String> environment, String... args) {
        var line = new CommandLine(new Main());
        var called = args.length > 0 ? COMMANDS.get(args[0]) : null;
        if (called == null) {
            COMMANDS.forEach(line::addSubcommand);
        } else {
            line.addSubcommand(args[0], called);
        }
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

    private static Map<String, Class<?>> commands() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("serve", ServeCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("healthcheck", HealthcheckCommand.class);
        commands.put("logs", LogsCommand.class);
        commands.put("why", WhyCommand.class);
        commands.put("costs", CostsCommand.class);
        commands.put("coverage", CoverageCommand.class);
        commands.put("mcp", McpCommand.class);
        commands.put("open", OpenCommand.class);
        commands.put("replay", ReplayCommand.class);
        commands.put("can-i-upgrade", CanIUpgradeCommand.class);
        commands.put("scenario", ScenarioCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("diff", DiffCommand.class);
        commands.put("drift", DriftCommand.class);
        commands.put("record", RecordCommand.class);
        commands.put("tap", TapCommand.class);
        commands.put("mutate", MutateCommand.class);
        commands.put("certify", CertifyCommand.class);
        commands.put("torture", TortureCommand.class);
        return Collections.unmodifiableMap(commands);
    }

    private static int misuse(ParameterException failure, String[] args) {
        return complain(failure.getCommandLine().getErr(), OptionError.of(failure), CommandFailure.MISUSE);
    }

    private static int complain(PrintWriter err, String message, int exitCode) {
        err.println(PlainText.of("venice-sim: " + message.replaceAll("\\s*\\R\\s*", " ")));
        err.flush();
        return exitCode;
    }
}
