package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import java.util.Arrays;
import java.util.List;

/** Values of the media fields that a model takes, in which one address stands for another. */
final class MediaSamples {

    static final String PICTURE = "https://media.example.com/in-1280x720.png";
    static final String CLIP = "https://media.example.com/in-1280x720-5s.mp4";
    static final String SOUND = "https://media.example.com/in-5s.mp3";

    private static final String HOST = "https://media.example.com";

    private MediaSamples() {}

    /** Fields of a model that hold addresses, also inside. */
    static List<RequestField> fields(Model model, JsonNode properties) {
        return Arrays.stream(RequestField.values())
                .filter(field -> properties.has(field.field()) && model.rules().accepts(field))
                .filter(field -> value(field, properties).toString().contains(HOST))
                .toList();
    }

    /** As little as a field takes. */
    static JsonNode value(RequestField field, JsonNode properties) {
        return FieldSamples.legal(field.field(), properties.path(field.field()), false);
    }

    /** The same with another text in each place of one. */
    static JsonNode replaced(JsonNode value, String text, String other) {
        if (value instanceof ObjectNode object) {
            var copy = Json.object();
            object.properties().forEach(member -> copy.set(member.getKey(), replaced(member.getValue(), text, other)));
            return copy;
        }
        if (value.isArray()) {
            var copy = Json.mapper().createArrayNode();
            value.forEach(item -> copy.add(replaced(item, text, other)));
            return copy;
        }
        return value.isTextual()
                ? Json.mapper().getNodeFactory().textNode(value.textValue().replace(text, other))
                : value;
    }

    static JsonNode atHost(JsonNode value, String host) {
        return replaced(value, HOST, "http://" + host);
    }
}
