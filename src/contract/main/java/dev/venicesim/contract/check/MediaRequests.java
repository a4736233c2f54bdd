package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that a model would take, were there not one medium with something wrong in it. They hold no other mistake, since
 * what is in a medium is looked at last: a target that overlooks it takes the order.
 */
final class MediaRequests {

    private final Model model;
    private final JsonNode properties;

    private MediaRequests(Model model, JsonNode properties) {
        this.model = model;
        this.properties = properties;
    }

    /**
     * Each field with each medium that breaks a rule of the model.
     *
     * @param all whether media of another kind, too
     */
    static List<ObjectNode> of(Model model, JsonNode properties, boolean all) {
        var requests = new MediaRequests(model, properties);
        var bodies = new ArrayList<ObjectNode>();
        for (var field : MediaSamples.fields(model, properties)) {
            var value = MediaSamples.value(field, properties);
            for (var kind : BrokenMedia.Kind.values()) {
                if (value.toString().contains(kind.whole())) {
                    kind.broken(model, field).forEach(medium -> bodies.add(requests.with(field, kind, medium)));
                    if (all) {
                        kind.ofAnotherKind().forEach(medium -> bodies.add(requests.with(field, kind, medium)));
                    }
                }
            }
        }
        return bodies;
    }

    private ObjectNode with(RequestField field, BrokenMedia.Kind kind, String medium) {
        var body = whole();
        body.set(field.field(), MediaSamples.replaced(MediaSamples.value(field, properties), kind.whole(), medium));
        return body;
    }

    /** The least that the model takes, with something to see beside a sound. */
    private ObjectNode whole() {
        var rules = model.rules();
        var body = Json.object().put("model", model.id());
        if (rules.accepts(RequestField.PROMPT)) {
            body.put("prompt", "A gondola crosses the Grand Canal at dawn.");
        }
        for (var field : List.of(RequestField.DURATION, RequestField.ASPECT_RATIO, RequestField.RESOLUTION)) {
            model.options(field).stream()
                    .filter(value -> field != RequestField.DURATION || value.matches("\\d{1,3}s"))
                    .findFirst()
                    .ifPresent(value -> body.put(field.field(), value));
        }
        rules.required().forEach(field -> media(body, field));
        for (var oneOf : List.of(rules.anyOf(), rules.audioNeeds())) {
            oneOf.stream()
                    .sorted()
                    .filter(field -> rules.accepts(field) && properties.has(field.field()))
                    .findFirst()
                    .ifPresent(field -> media(body, field));
        }
        return body;
    }

    private void media(ObjectNode body, RequestField field) {
        if (properties.has(field.field()) && !body.has(field.field())) {
            body.set(field.field(), MediaSamples.value(field, properties));
        }
    }
}
