package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.money.Usd;
import dev.venicesim.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A part of a document that the schema has passed, and where it stands: what a converter refuses becomes a problem at
 * that place.
 *
 * @param json missing if the document does not say it
 */
record DocumentPart(ParsedDocument source, String pointer, JsonNode json) {

    static DocumentPart root(ParsedDocument source) {
        return new DocumentPart(source, "", source.root());
    }

    DocumentPart at(String key) {
        var value = json.isObject() ? json.path(key) : MissingNode.getInstance();
        return new DocumentPart(source, ParsedDocument.child(pointer, key), value);
    }

    boolean present() {
        return !json.isMissingNode();
    }

    List<DocumentPart> items() {
        var items = new ArrayList<DocumentPart>();
        for (int i = 0; i < json.size(); i++) {
            items.add(new DocumentPart(source, pointer + "/" + i, json.get(i)));
        }
        return items;
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** What a converter makes of it, if it is there. */
    <T> Optional<T> map(Function<JsonNode, T> converter) {
        return present() ? Optional.of(to(converter)) : Optional.empty();
    }

    /** What a converter makes of it. */
    <T> T to(Function<JsonNode, T> converter) {
        try {
            return converter.apply(json);
        } catch (IllegalArgumentException e) {
            throw wrong("is refused: " + e.getMessage(), "correct it");
        }
    }

    Optional<String> text() {
        return map(JsonNode::textValue);
    }

    Optional<Boolean> flag() {
        return map(JsonNode::booleanValue);
    }

    OptionalInt whole() {
        return present() ? OptionalInt.of(json.intValue()) : OptionalInt.empty();
    }

    Optional<Duration> duration() {
        return map(value -> Durations.parse(value.textValue()));
    }

    Optional<Usd> usd() {
        return map(value -> Usd.of(value.decimalValue()));
    }

    ScenarioException wrong(String what, String fix) {
        return new ScenarioException(source.problem(pointer, ParsedDocument.path(pointer) + " " + what, fix));
    }
}
