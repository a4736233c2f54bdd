package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bodies about one model whose length, ratio and resolution are each just off its lists: lengths without their unit, or
 * beside those that are listed, words that only other models list, nothing at all.
 */
final class OffListRequests {

    /** Lengths in seconds that models of this kind of API often have. */
    private static final List<Integer> ROUND = List.of(5, 10, 15, 20, 25, 30, 60);

    private final Model model;
    private final JsonNode properties;

    private OffListRequests(Model model, JsonNode properties) {
        this.model = model;
        this.properties = properties;
    }

    /** So many that each value stands in one of them. */
    static List<ObjectNode> of(Model model, JsonNode properties) {
        var requests = new OffListRequests(model, properties);
        var durations = requests.durations();
        var ratios = requests.words(RequestField.ASPECT_RATIO);
        var resolutions = requests.words(RequestField.RESOLUTION);
        var bodies = new ArrayList<ObjectNode>();
        for (var i = 0; i < Math.max(durations.size(), Math.max(ratios.size(), resolutions.size())); i++) {
            var body = Json.object().put("model", model.id());
            put(body, RequestField.DURATION, durations, i);
            put(body, RequestField.ASPECT_RATIO, ratios, i);
            put(body, RequestField.RESOLUTION, resolutions, i);
            bodies.add(body);
        }
        return bodies;
    }

    private static void put(ObjectNode body, RequestField field, List<JsonNode> values, int place) {
        if (!values.isEmpty()) {
            body.set(field.field(), values.get(place % values.size()));
        }
    }

    private List<JsonNode> durations() {
        var listed = model.options(RequestField.DURATION).stream()
                .filter(text -> text.matches("\\d{1,3}s"))
                .map(text -> Integer.valueOf(text.substring(0, text.length() - 1)))
                .sorted()
                .toList();
        if (listed.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<JsonNode>();
        values.add(TextNode.valueOf(listed.get(0).toString()));
        values.add(IntNode.valueOf(listed.get(0)));
        beside(listed).stream().map(seconds -> TextNode.valueOf(seconds + "s")).forEach(values::add);
        return values;
    }

    /** Seconds just outside of those listed, the next round ones, and some in the gaps between them. */
    private static List<Integer> beside(List<Integer> listed) {
        var most = listed.get(listed.size() - 1);
        var seconds = new LinkedHashSet<Integer>();
        seconds.add(most + 1);
        ROUND.stream().filter(round -> round > most + 1).limit(1).forEach(seconds::add);
        seconds.add(Math.max(1, listed.get(0) - 1));
        if (listed.size() > 1) {
            seconds.add(2 * most - listed.get(listed.size() - 2));
            for (var i = 1; i < listed.size(); i++) {
                seconds.add((listed.get(i - 1) + listed.get(i)) / 2);
            }
        }
        seconds.removeAll(listed);
        return seconds.stream().limit(6).toList();
    }

    /** Nothing, a number, and every word that the schema, or another model, knows and this one does not. */
    private List<JsonNode> words(RequestField field) {
        if (!properties.has(field.field())) {
            return List.of();
        }
        var words = new ArrayList<JsonNode>(List.of(NullNode.getInstance(), IntNode.valueOf(7)));
        Stream.iterate(0, place -> place + 1)
                .map(place -> UnlistedValues.of(model, field, properties, place))
                .takeWhile(Optional::isPresent)
                .limit(6)
                .forEach(word -> words.add(TextNode.valueOf(word.get())));
        return words;
    }
}
