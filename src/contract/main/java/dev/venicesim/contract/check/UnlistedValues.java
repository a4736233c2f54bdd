package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that a field may hold by its schema and that a model does not list, the more usual ones first. */
final class UnlistedValues {

    private static final Map<RequestField, List<String>> USUAL = Map.of(
            RequestField.ASPECT_RATIO, List.of("21:9", "1:1", "4:3", "3:4", "9:16", "16:9"),
            RequestField.RESOLUTION, List.of("4k", "1080p", "480p", "720p", "2160p", "1440p"));

    private UnlistedValues() {}

    /** The one at a place of the list, if the model lists some words and not that many. */
    static Optional<String> of(Model model, RequestField field, JsonNode properties, int place) {
        var listed = model.options(field);
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        var words = ModelSample.texts(properties.path(field.field()).path("enum"));
        return Stream.concat(USUAL.getOrDefault(field, List.of()).stream().filter(words::contains), words.stream())
                .distinct()
                .filter(text -> !listed.contains(text))
                .skip(place)
                .findFirst();
    }
}
