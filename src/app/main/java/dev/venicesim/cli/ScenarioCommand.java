package dev.venicesim.cli;

import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Command that lists, shows and validates scenarios. */
@Command(
        name = "scenario",
        description = "Lists and shows the ready-made scenarios, and validates scenario files.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ScenarioCommand implements Runnable {

    private static final int WIDTH = 96;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "scenario wants list, show NAME or validate FILE...");
    }

    @Command(
            name = "list",
            description = "Prints name and description of each ready-made scenario.",
            mixinStandardHelpOptions = true)
    int list() {
        var scenarios = ScenarioLibrary.readyMade();
        var out = spec.commandLine().getOut();
        for (var name : scenarios.list()) {
            var description =
                    scenarios.find(name).map(ScenarioDefinition::description).orElse("");
            out.println(name);
            wrapped(description).forEach(line -> out.println("    " + line));
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "show",
            description = "Prints a ready-made scenario: a file to start from.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME") String name) {
        var scenarios = ScenarioLibrary.readyMade();
        var text = scenarios.show(name);
        if (text.isEmpty()) {
            throw CommandFailure.misuse(new IllegalArgumentException(
                    "no scenario is called \"" + name + "\"; there are " + String.join(", ", scenarios.list())));
        }
        spec.commandLine().getOut().print(text.get());
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "validate",
            description = "Checks scenario files; prints every problem as file:line:column: what; fix.",
            mixinStandardHelpOptions = true)
    int validate(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files) {
        var scenarios = ScenarioLibrary.readyMade();
        var failed = false;
        for (var file : files) {
            var problems = scenarios.validate(file);
            failed |= !problems.isEmpty();
            problems.forEach(problem -> spec.commandLine().getErr().println(problem.text()));
            Optional.of(file)
                    .filter(good -> problems.isEmpty())
                    .ifPresent(good -> spec.commandLine().getOut().println(good + ": fine"));
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().flush();
        return failed ? CommandFailure.FAILED : 0;
    }

    /** The whole text, in lines that fit beside an indentation. */
    private static List<String> wrapped(String description) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : description.strip().split("\\s+", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
