package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever single thing a file changes is found and named: no enum, cap, field, status, header or parameter is out of
 * sight.
 */
class OpenApiMutationsTest {

    /** What the edition holds against a file on purpose: other kinds of models, and bodies that are no JSON. */
    private static final String OUT_OF_SIGHT =
            ".*(model_spec/properties/(?!constraints|beta|privacy|region|deprecation|description|name|modelSource|offline|traits|uncensored)"
                    + "|constraints/anyOf/[0134]|video~1mp4/schema|text~1|context_length|details/).*";

    /** Another type changes what bounds count; a changed one of several forms is one that went and one that came. */
    private static final String SEVERAL_AT_ONCE = "(retype|remove .*oneOf|.*(any|one)Of/).*";

    @Test
    void everyChangeOfAMadeFileIsNamed() {
        everyChangeIsNamed(TestEditions.JUNE, MadeOpenApi.of(TestEditions.JUNE), 700);
    }

    @Test
    void everyChangeOfTheApisOwnFileIsNamed() throws IOException {
        var file = Path.of("..", "shared", "reference", "openapi-video-2026-08-21.yaml");
        assumeTrue(Files.exists(file), "the API's own file is not beside the project");
        everyChangeIsNamed(TestEditions.AUGUST, (ObjectNode) YamlTree.of(Files.readString(file)), 900);
    }

    private static void everyChangeIsNamed(ApiEdition edition, ObjectNode file, int least) {
        var operations = EditionOperations.of(edition);
        assertThat(OpenApiDrift.between(operations, OpenApiFile.of(file))).isEmpty();
        var mutations = Mutations.of(file).stream()
                .filter(mutation -> !mutation.name().matches(OUT_OF_SIGHT))
                .toList();
        assertThat(mutations).hasSizeGreaterThan(least);
        var missed = new ArrayList<String>();
        for (var mutation : mutations) {
            var drifts = OpenApiDrift.between(operations, OpenApiFile.of(mutation.on(file)));
            var told = drifts.stream().map(Drift::toString).collect(Collectors.joining("\n"));
            var places = drifts.stream().map(Drift::place).distinct().count();
            var once = places == drifts.size() || mutation.name().matches(SEVERAL_AT_ONCE);
            if (told.isEmpty() || !told.contains(mutation.told()) || !once) {
                missed.add(mutation + " told as: " + told);
            }
        }
        assertThat(missed).isEmpty();
    }
}
