package dev.venicesim.cli;

import dev.venicesim.mutation.MutationReport.Verdict;
import dev.venicesim.mutation.MutationRun;
import dev.venicesim.suite.TestSuite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that breaks the API's contract clause by clause, and tells which a user's test suite does not notice. */
@Command(
        name = "mutate",
        description = {
            "Breaks one clause of the API's contract at a time and runs your test suite, which is to fail.",
            "The command gets VENICE_BASE_URL and VENICE_API_KEY in its environment. Exits 0 if no more than --allow"
                    + " broken clauses survive, 1 if more do, 2 on misuse, and if the suite fails when nothing is broken."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class MutateCommand extends ContractCommand {

    @Mixin
    private EditionOption edition = new EditionOption();

    @Mixin
    private QuirkOption quirks = new QuirkOption();

    @Option(names = "--only", paramLabel = "ID", description = "Breaks this clause alone; repeatable.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--list", description = "Prints the clauses and runs nothing.")
    private boolean list;

    @Option(
            names = "--allow",
            defaultValue = "0",
            paramLabel = "N",
            description = "How many broken clauses may survive (default: ${DEFAULT-VALUE}).")
    private int allow;

    @Option(
            names = "--timeout",
            defaultValue = "5m",
            paramLabel = "DURATION",
            description = "After so long a run is ended, which counts as noticed (default: ${DEFAULT-VALUE}).")
    private String timeout = "5m";

    @Mixin
    private ReportOption report = new ReportOption();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The suite's command, after --.")
    private List<String> command = new ArrayList<>();

    @Override
    int run() throws InterruptedException {
        if (list) {
            MutationRun.list().forEach(out()::println);
            return 0;
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command is given; give your suite's after --, such as -- mvn test");
        }
        var values = quirks.of(edition.edition());
        report.prepare();
        var suite = TestSuite.of(command, timeout);
        var mutation = new MutationRun(
                suite,
                config -> {
                    config.edition(edition.edition().id());
                    values.forEach(config::quirk);
                },
                report.folder());
        try {
            var found = mutation.of(only, line -> {
                out().println(line);
                out().flush();
            });
            found.lines().forEach(out()::println);
            report.write("mutate.json", found.json());
            return found.count(Verdict.SURVIVES) <= allow ? 0 : 1;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the command \"" + command.get(0) + "\" cannot be started: " + e.getMessage()
                            + "; give a program that is there",
                    e);
        }
    }
}
