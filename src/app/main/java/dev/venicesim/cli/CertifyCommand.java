package dev.venicesim.cli;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.certify.Certificate;
import dev.venicesim.certify.CertificatePage;
import dev.venicesim.certify.CertificateXml;
import dev.venicesim.certify.CertificationRun;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.json.Json;
import dev.venicesim.scenario.ScenarioLibrary;
import dev.venicesim.suite.TestSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that runs a client's suite in every ready-made scenario and edition, and grades what it did. */
@Command(
        name = "certify",
        description = {
            "Runs your client's suite in every ready-made scenario and edition, and grades the client by its findings.",
            "The command gets VENICE_BASE_URL, VENICE_API_KEY, VENICE_SCENARIO and VENICE_EDITION in its environment."
                    + " Exits 0 with grade A or B, 1 with a worse one, 2 on misuse."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class CertifyCommand extends ContractCommand {

    @Option(
            names = "--edition",
            paramLabel = "DATE",
            completionCandidates = EditionOption.Ids.class,
            description = "This edition alone: ${COMPLETION-CANDIDATES}; repeatable (default: all).")
    private List<String> editions = new ArrayList<>();

    @Option(names = "--only", paramLabel = "SCENARIO", description = "This scenario alone; repeatable.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--timeout",
            defaultValue = "5m",
            paramLabel = "DURATION",
            description = "After so long a trial is ended (default: ${DEFAULT-VALUE}).")
    private String timeout = "5m";

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Gets certify.html, certify.json, certify.xml (JUnit), and what each trial printed.")
    private @Nullable Path report;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The suite's command, after --.")
    private List<String> command = new ArrayList<>();

    @Override
    int run() throws InterruptedException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command is given; give your suite's after --, such as -- mvn test");
        }
        var suite = TestSuite.of(command, timeout);
        var folder = Optional.ofNullable(report);
        var wanted = wantedEditions();
        var scenarios = wantedScenarios();
        folder.ifPresent(WholeFile::prepare);
        try {
            var certificate = new CertificationRun(suite, folder).of(wanted, scenarios, this::say);
            say(certificate.headline());
            folder.ifPresent(there -> write(there, certificate));
            return certificate.grade().isPass() ? 0 : CommandFailure.FAILED;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the command \"" + command.get(0) + "\" cannot be started: " + e.getMessage()
                            + "; give a program that is there",
                    e);
        }
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }

    private List<String> wantedEditions() {
        if (editions.isEmpty()) {
            return ApiEdition.all().stream().map(ApiEdition::id).toList();
        }
        return editions.stream()
                .map(name -> ApiEdition.find(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "edition cannot be \"" + name + "\"; give " + ApiEdition.choices()))
                        .id())
                .distinct()
                .toList();
    }

    private List<String> wantedScenarios() {
        var all = ScenarioLibrary.readyMade().list();
        for (var name : only) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException(
                        "only cannot be \"" + name + "\"; there are " + String.join(", ", all));
            }
        }
        return all.stream()
                .filter(name -> only.isEmpty() || only.contains(name))
                .toList();
    }

    private static void write(Path folder, Certificate certificate) {
        var json = new String(Json.bytes(certificate.json()), StandardCharsets.UTF_8) + "\n";
        WholeFile.write(folder.resolve("certify.json"), json);
        WholeFile.write(folder.resolve("certify.html"), CertificatePage.of(certificate));
        WholeFile.write(folder.resolve("certify.xml"), CertificateXml.of(certificate));
    }
}
