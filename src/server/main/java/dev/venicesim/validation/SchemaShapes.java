package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Memo;
import dev.venicesim.validation.Shape.Fields;
import dev.venicesim.validation.Shape.Property;
import java.util.List;

/** The request schemas of an edition, compiled once, when the edition is first used. */
record SchemaShapes(
        Fields queue,
        Fields quote,
        Fields retrieve,
        Fields complete,
        Fields transcription,
        Fields modelsQuery,
        Fields mapsQuery) {

    private static final Memo<ApiEdition, SchemaShapes> READ = new Memo<>(SchemaShapes::load);

    static SchemaShapes of(ApiEdition edition) {
        return READ.of(edition);
    }

    /** The same object, its {@code model} no longer required. */
    static Fields withoutModel(Fields schema) {
        var properties = schema.properties().stream()
                .map(property ->
                        property.name().equals("model") ? property.needed(false, "", ShapeReader.SCHEMA) : property)
                .toList();
        return new Fields(properties, schema.strict());
    }

    private static SchemaShapes load(ApiEdition edition) {
        // the reply repeats the query's type, and has the same words; the maps know those of the first list only
        var type =
                EditionFiles.schema(edition, "models-reply").path("properties").path("type");
        return new SchemaShapes(
                fields(edition, "queue-request"),
                fields(edition, "quote-request"),
                fields(edition, "retrieve-request"),
                fields(edition, "complete-request"),
                fields(edition, "transcription-request"),
                typeQuery(type),
                typeQuery(type.path("anyOf").path(0)));
    }

    private static Fields fields(ApiEdition edition, String name) {
        return (Fields) ShapeReader.read(EditionFiles.schema(edition, name));
    }

    private static Fields typeQuery(JsonNode schema) {
        return new Fields(List.of(new Property("type", ShapeReader.read(schema), true, "", ShapeReader.SCHEMA)), false);
    }
}
