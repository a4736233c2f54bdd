package dev.venicesim.catalog;

import java.util.Map;
import java.util.Optional;

/** Content of an edition's {@code edition.json}; {@link ApiEdition} says what each part means. */
record EditionData(
        String apiVersion,
        Optional<String> derivedFrom,
        Map<String, String> quirks,
        Map<String, String> absent,
        Map<String, String> gone,
        Map<String, Map<String, String>> traits) {

    static final EditionData NONE = new EditionData("", Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of());

    static EditionData read(String id) {
        var file = EditionFiles.read(id + "/edition.json");
        return new EditionData(
                file.path("apiVersion").textValue(),
                Optional.ofNullable(file.path("derivedFrom").textValue()),
                DataNodes.texts(file.path("quirks")),
                DataNodes.texts(file.path("absent")),
                DataNodes.texts(file.path("gone")),
                DataNodes.map(file.path("traits"), type -> type, DataNodes::texts));
    }
}
