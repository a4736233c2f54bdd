package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SchemaWalkTest {

    private static final JsonNode SCHEMA = json(file(Path.of("schemas/scenario.schema.json")));
    private static final SchemaWalk WALK = new SchemaWalk(SCHEMA);
    private static final Schema YARDSTICK = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    private static final List<JsonNode> SEEDS = seeds();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "2",
            "7.5",
            "2.0",
            "1e3",
            "1e-7",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"40s\"",
            "\"40s\\n\"",
            "\"polls:3\"",
            "\"realistic\"",
            "\"stuck\"",
            "\"P1D\"",
            "\"2026-08-21\"",
            "\"face\"",
            "[]",
            "[1]",
            "[1,0]",
            "[\"a\",\"\"]",
            "{}",
            "{\"every\":0}",
            "{\"every\":2}",
            "{\"median\":\"1s\"}",
            "{\"status\":200}",
            "{\"status\":99}",
            "{\"hang\":{}}",
            "{\"hang\":null,\"reset\":null}",
            "{\"stuck\":null}",
            "{\"stuck\":{},\"failed\":{}}",
            "{\"afterBytes\":1}",
            "{\"x\":1}",
            "\"\\ud83d\\ude00\"");

    /** Wherever one finds fault, so does the other, and nowhere else. */
    @Property(tries = 4000)
    void findsFaultWhereNetworkntDoes(@ForAll long seed) {
        var random = new Random(seed);
        var document = SEEDS.get(random.nextInt(SEEDS.size())).deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutate(document, random);
        }

        assertThat(places(document))
                .as("%s", document)
                .isEqualTo(YARDSTICK.validate(document).stream()
                        .map(error -> error.getInstanceLocation().toString().replaceFirst("^\\$$", ""))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Not left to the property: networknt compares the lowest 64 bits of such a number, which are all zero. */
    @Test
    void aNumberWiderThanALongIsAboveEveryMaximum() {
        assertThat(places(json("{\"limits\":{\"queue\":1e99}}"))).isEqualTo(List.of("/limits/queue"));
    }

    @Test
    void takesEveryReadyMadeScenario() {
        assertThat(SEEDS)
                .hasSizeGreaterThan(10)
                .allSatisfy(seed -> assertThat(WALK.complaints(seed)).isEmpty());
    }

    @Test
    void refusesASchemaWithAKeywordThatItDoesNotKnow() {
        var schema = json("{\"properties\":{\"a\":{\"type\":\"array\",\"uniqueItems\":true}}}");

        assertThatIllegalStateException()
                .isThrownBy(() -> new SchemaWalk(schema))
                .withMessage("a keyword nobody checks: uniqueItems");
    }

    private static List<String> places(JsonNode document) {
        return WALK.complaints(document).stream()
                .map(SchemaWalk.Complaint::pointer)
                .distinct()
                .sorted()
                .toList();
    }

    /** Puts a value somewhere, under a name that stands there or one from elsewhere in the schema. */
    private static void mutate(JsonNode document, Random random) {
        var containers = new ArrayList<JsonNode>();
        collect(document, containers);
        var container = containers.get(random.nextInt(containers.size()));
        var value = json(VALUES.get(random.nextInt(VALUES.size())));
        if (container instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextInt(4) == 0) {
                array.add(value);
            } else {
                array.set(random.nextInt(array.size()), value);
            }
            return;
        }
        var names = new ArrayList<String>();
        container.fieldNames().forEachRemaining(names::add);
        names.addAll(
                List.of("nth", "when", "delay", "respond", "outcome", "time", "seed", "limits", "zzz", "on", "faults"));
        var object = (ObjectNode) container;
        if (random.nextInt(4) == 0) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static List<JsonNode> seeds() {
        try (var files = Files.list(Path.of("scenarios"))) {
            return files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .map(path -> YamlReader.read(path.toString(), file(path)).root())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
