package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Test that docs/scenarios.md tells what the schema tells, and that its examples are valid. */
class ScenarioPageTest {

    private static final Path PAGE = Path.of("docs", "scenarios.md");
    private static final String BELOW = "<!-- ScenarioPageTest writes what stands below, from the schema. -->\n";
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void tellsOfEachKeyWhatTheSchemaTells() throws IOException {
        var page = Files.readString(PAGE);
        var fresh = page.substring(0, page.indexOf(BELOW) + BELOW.length()) + new ScenarioReference(schema()).text();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, fresh);
        }
        assertThat(Files.readString(PAGE))
                .as("%s is stale; let this test write it: -Ddocs.write=true", PAGE)
                .isEqualTo(fresh);
    }

    @Test
    void everyKeySaysWhatToWriteAndWhatItDoes() throws IOException {
        var silent = new ArrayList<String>();
        var schema = schema();
        keys("", schema, silent);
        schema.path("$defs").properties().forEach(def -> keys("/$defs/" + def.getKey(), def.getValue(), silent));
        assertThat(silent).isEmpty();
    }

    private static void keys(String path, JsonNode schema, List<String> silent) {
        if (!schema.path("description").asText().endsWith(".")
                || (!schema.has("$ref") && schema.path("title").asText().isEmpty())) {
            silent.add(path);
        }
        schema.path("properties").properties().forEach(key -> keys(path + "/" + key.getKey(), key.getValue(), silent));
        Stream.of("items", "additionalProperties")
                .filter(name -> schema.path(name).isObject())
                .forEach(name -> keys(path + "/" + name, schema.path(name), silent));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAValidScenario() throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
        return examples.stream()
                .map(yaml -> DynamicTest.dynamicTest(
                        yaml.lines().findFirst().orElseThrow(),
                        () -> assertThat(new ScenarioLoader()
                                        .load("example.yaml", yaml)
                                        .description())
                                .isNotEmpty()));
    }

    private static JsonNode schema() throws IOException {
        return Json.trusted(Files.readAllBytes(Path.of("schemas", "scenario.schema.json")));
    }
}
