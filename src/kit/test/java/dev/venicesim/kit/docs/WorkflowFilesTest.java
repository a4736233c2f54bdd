package dev.venicesim.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files for forges, ours and those of docs/ci.md, which run only there: well-formed, and naming only what exists. */
class WorkflowFilesTest {

    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])(?:\\.ci|docker)/(?![\\w.-]+@)[\\w.-]+");
    private static final Pattern PROFILE = Pattern.compile("(?:^|\\s)-P(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("VENICE_SIM_([A-Z_]+):");
    private static final Pattern ARGUMENT = Pattern.compile("--build-arg (\\w+)=");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.toList();
        }
    }

    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @Test
    void eachWorkflowHasJobsWithStepsThatDoOneThing() throws IOException {
        assertThat(workflows()).hasSize(2);
        for (var workflow : workflows()) {
            var file = (Map<?, ?>) read(Files.readString(workflow));
            assertThat(file.get("on")).as("%s: when", workflow).isNotNull();
            var jobs = ((Map<?, ?>) file.get("jobs")).values();
            assertThat(jobs).isNotEmpty().allSatisfy(job -> {
                var steps = new ArrayList<>((List<?>) ((Map<?, ?>) job).get("steps"));
                assertThat(steps)
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(((Map<?, ?>) step).containsKey("uses"))
                                .as("%s: %s", workflow, step)
                                .isNotEqualTo(((Map<?, ?>) step).containsKey("run")));
            });
        }
    }

    @Test
    void theActionsInputsReachTheScriptByTheEnvironmentAlone() throws IOException {
        var action = (Map<?, ?>) read(Files.readString(Path.of("action.yml")));
        var runs = (Map<?, ?>) action.get("runs");
        assertThat(runs.get("using")).isEqualTo("composite");
        var script = Files.readString(Path.of("src/clients/action/run.py"));
        var inputs = ((Map<?, ?>) action.get("inputs")).keySet();
        var all = new StringBuilder();
        for (var each : (List<?>) runs.get("steps")) {
            var step = (Map<?, ?>) each;
            var run = String.valueOf(step.get("run"));
            // what a caller gives is never part of a command
            assertThat(run).as("%s", step).doesNotContain("${{");
            var environment = step.get("env") instanceof Map<?, ?> given ? given : Map.of();
            environment.values().forEach(all::append);
            if (run.contains("run.py")) {
                assertThat(environment.keySet())
                        .allSatisfy(name -> assertThat(script + run).contains(name.toString()));
            }
        }
        assertThat(inputs).hasSize(9).allSatisfy(input -> assertThat(all).contains("inputs." + input));
        var page = Files.readString(Path.of("docs/ci.md"));
        assertThat(inputs).allSatisfy(input -> assertThat(page).contains(input.toString()));
    }

    @Test
    void theDevContainerHasWhatContributingAsksFor() throws IOException {
        var container = Json.readOwn(Files.readAllBytes(Path.of(".devcontainer/devcontainer.json")));
        assertThat(container.path("image").asText()).contains("java").contains("17");
        assertThat(container.path("features").toString()).contains("\"installMaven\":\"true\"");
        assertThat(container.path("forwardPorts").path(0).asInt()).isEqualTo(8080);
    }

    @Test
    void theyRunWhatThereIs() throws IOException {
        var profiles = Files.readString(Path.of("pom.xml")) + Files.readString(Path.of("src/library/pom.xml"));
        for (var workflow : workflows()) {
            var text = Files.readString(workflow);
            assertThat(SCRIPT.matcher(text)
                            .results()
                            .map(found -> found.group())
                            .distinct())
                    .as(workflow.toString())
                    .allSatisfy(script -> assertThat(Path.of(script)).exists());
            assertThat(PROFILE.matcher(text).results().map(found -> "<id>" + found.group(1) + "</id>"))
                    .as(workflow.toString())
                    .allSatisfy(profile -> assertThat(profiles).contains(profile));
        }
    }

    @Test
    void theImageIsPushedForBothPlatformsToWhereTheRepositorySays() throws IOException {
        var release = Files.readString(Path.of(".github/workflows/release.yml"));
        var jobs = (Map<?, ?>) ((Map<?, ?>) read(release)).get("jobs");
        var image = (Map<?, ?>) jobs.get("image");
        assertThat(image.get("needs")).isEqualTo("release");
        assertThat(String.valueOf(image.get("env"))).isEqualTo("{IMAGE=${{ vars.IMAGE }}}");
        var run = ((List<?>) image.get("steps"))
                .stream()
                        .map(step -> String.valueOf(((Map<?, ?>) step).get("run")))
                        .filter(text -> text.contains("buildx build"))
                        .toList();
        assertThat(run)
                .singleElement()
                .asString()
                .contains("--platform linux/amd64,linux/arm64 --sbom=true --provenance=true --push")
                .contains(".ci/image-tags")
                .doesNotContain("${{");
        // arguments that the Dockerfile does not have are dropped without a word
        var dockerfile = Files.readString(Path.of("docker/Dockerfile"));
        assertThat(ARGUMENT.matcher(run.get(0)).results().map(found -> "ARG " + found.group(1) + "="))
                .hasSize(4)
                .allSatisfy(argument -> assertThat(dockerfile).contains(argument));
        assertThat(Files.readString(Path.of("docker/README.md")))
                .contains("| `latest` |", "| `edition-" + newestEdition() + "` |");
    }

    private static String newestEdition() throws IOException {
        var index = Path.of("src/spec/main/resources/dev/venicesim/editions/index.txt");
        try (var lines = Files.lines(index)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }

    /** npm and pip take no file from above a package's folder. */
    @Test
    void theHelpersCarryTheLicence() throws IOException {
        for (var helper : List.of("pytest", "vitest")) {
            assertThat(Path.of("src/clients", helper, "LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
            assertThat(Files.readString(Path.of("src/clients", helper, "README.md")))
                    .as("links out of the package, of %s", helper)
                    .doesNotContain("](../");
        }
    }

    /** A bare goal sees of the other modules what was installed, if anything was. */
    @Test
    void mavenIsAskedForPhases() throws IOException {
        for (var file :
                List.of(".github/workflows/ci.yml", ".github/workflows/release.yml", ".ci/run", ".ci/newer-java")) {
            assertThat(Files.readString(Path.of(file))).as(file).doesNotContain("surefire:test");
        }
    }

    @Test
    void thoseOfTheCiPageAreWellFormedAndSetWhatServeKnows() throws IOException {
        var page = Files.readString(Path.of("docs/ci.md"));
        var files = YAML.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(files).hasSize(4).allSatisfy(file -> assertThat(read(file)).isInstanceOf(Map.class));
        var options = Files.readString(Path.of("docs/control-api.md"));
        assertThat(VARIABLE.matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(options)
                        .contains(
                                "`--" + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }
}
