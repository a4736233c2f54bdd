package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnvironmentDefaultsTest {

    private static final Pattern VARIABLE = Pattern.compile("VENICE_SIM_[A-Z][A-Z_]*");
    private static final List<String> OPTIONS = List.of("-h", "--port", "--job-time", "--admin-token");

    private static List<String> unknown(String... names) {
        var environment = Stream.of(names).collect(Collectors.toMap(name -> name, name -> "x"));
        return new EnvironmentDefaults(environment).unknown(OPTIONS);
    }

    @Test
    void tellsAMisspeltSetting() {
        assertThat(unknown("VENICE_SIM_JOBTIME"))
                .containsExactly(
                        "VENICE_SIM_JOBTIME is no setting and has no effect; did you mean VENICE_SIM_JOB_TIME?");
        assertThat(unknown("VENICE_SIM_SOMETHING_ELSE_ALTOGETHER"))
                .containsExactly(
                        "VENICE_SIM_SOMETHING_ELSE_ALTOGETHER is no setting and has no effect; venice-sim serve --help lists the settings");
    }

    @Test
    void tellsNothingOfSettingsAndOfWhatKubernetesAndTheKitPutThere() {
        assertThat(unknown(
                        "VENICE_SIM_PORT",
                        "VENICE_SIM_JOB_TIME",
                        "VENICE_SIM_ADMIN_TOKEN",
                        "VENICE_SIM_URL",
                        "VENICE_SIM_SERVICE_HOST",
                        "VENICE_SIM_SERVICE_PORT_HTTP",
                        "VENICE_SIM_PORT_8080_TCP_ADDR",
                        "PATH"))
                .isEmpty();
    }

    private static Set<String> optionsOfServe() {
        var serve = Objects.requireNonNull(
                Main.commandLine(Map.of(), "serve").getSubcommands().get("serve"));
        return serve.getCommandSpec().optionsMap().keySet();
    }

    @Test
    void knowsEveryVariableThatAPageOrAHelperNames() throws IOException {
        var named = new TreeSet<String>();
        for (var place : List.of("README.md", "action.yml", "docs", "docker", "src/clients")) {
            try (var files = Files.walk(Path.of(place))) {
                for (var file : files.filter(EnvironmentDefaultsTest::isRead).toList()) {
                    VARIABLE.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(named::add);
                }
            }
        }
        assertThat(named).contains("VENICE_SIM_IMAGE", "VENICE_SIM_URL", "VENICE_SIM_TLS_CA");
        var environment = named.stream().collect(Collectors.toMap(name -> name, name -> "x"));
        assertThat(new EnvironmentDefaults(environment).unknown(optionsOfServe()))
                .isEmpty();
    }

    private static boolean isRead(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(md|yml|py|js|cjs|ts)");
    }

    @Test
    void knowsEveryOptionOfServe() {
        var names = optionsOfServe();
        var environment = names.stream()
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.toMap(EnvironmentDefaults::variable, name -> "x"));
        assertThat(environment).containsKey("VENICE_SIM_LINK_SECRET");
        assertThat(new EnvironmentDefaults(environment).unknown(names)).isEmpty();
    }
}
