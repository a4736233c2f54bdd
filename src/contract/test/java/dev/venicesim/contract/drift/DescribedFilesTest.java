package dev.venicesim.contract.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code schemas/described-<edition>.json} holds is what the API's file of that date says in words and extensions
 * alone. {@code -Ddocs.write} writes it anew where that file lies beside the project.
 */
class DescribedFilesTest {

    private final ObjectNode json = Json.object();

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-17", "2026-08-21"})
    void isWhatTheFileSays(String date) throws IOException {
        var source = Path.of("..", "shared", "reference", "openapi-video-" + date + ".yaml");
        assumeTrue(Files.exists(source), "the API's own file is not beside the project");
        var edition = ApiEdition.of(date);
        json.put(
                "$comment",
                "What the API's OpenAPI file of this date says in descriptions and extensions alone: phrases with a cap,"
                        + " a number or a literal, texts of errors, payment. Written by DescribedFilesTest.");
        var theirs = OpenApiFile.read(Files.readString(source)).operations();
        EditionOperations.of(edition).forEach(ours -> operation(ours, requireNonNull(theirs.get(ours.key()))));
        if (System.getProperty("docs.write") != null) {
            Files.writeString(Path.of("schemas", "described-" + date + ".json"), JsonReport.text(json));
        } else {
            assertThat((JsonNode) json).isEqualTo(EditionFiles.described(edition));
        }
    }

    private void operation(OperationSpec ours, OperationSpec theirs) {
        var place = ours.place();
        if (!theirs.rest().extensions().isEmpty()) {
            json.withObjectProperty("extensions").set(place, theirs.rest().extensions());
        }
        place(place, theirs.rest().says());
        theirs.parameters().forEach((name, parameter) -> place(place + " " + name, parameter.says()));
        bodies(place + " request", ours.request(), theirs.request());
        ours.replies().forEach((status, reply) -> {
            var other = requireNonNull(theirs.replies().get(status));
            place(place + " " + status, other.says());
            other.headers().forEach((name, header) -> place(place + " " + status + " header " + name, header.says()));
            bodies(place + " " + status, reply.content(), other.content());
        });
    }

    private void place(String place, Optional<Described> says) {
        phrases("places", place, says.orElse(Described.NOTHING));
    }

    private void phrases(String part, String place, Described says) {
        if (!says.facts().isEmpty()) {
            var list = json.withObjectProperty(part).putArray(place);
            says.facts().forEach(list::add);
        }
    }

    /** Fields that the edition does not read are left out. */
    private void bodies(String where, Map<String, Body> ours, Map<String, Body> theirs) {
        ours.forEach((type, body) -> {
            if (type.contains("json")) {
                var known = body.says().keySet();
                requireNonNull(theirs.get(type)).says().forEach((field, says) -> {
                    if (known.contains(field) && !says.facts().isEmpty()) {
                        var list = json.withObjectProperty("fields")
                                .withObjectProperty(body.name().isEmpty() ? where : body.name())
                                .putArray(field);
                        says.facts().forEach(list::add);
                    }
                });
            }
        });
    }
}
